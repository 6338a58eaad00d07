// How the pages look: one sheet, no outside fonts or images, light and dark.
import { Html } from './html.mts';

export const style = new Html(`
:root {
	color-scheme: light dark;
	--ground: light-dark(#f6f7f5, #14181a);
	--sheet: light-dark(#ffffff, #1c2225);
	--text: light-dark(#1f2a2e, #dfe6e6);
	--soft: light-dark(#5d6b70, #93a2a6);
	--line: light-dark(#e1e5e2, #2d363a);
	--accent: light-dark(#0b6e5f, #58c7b2);
	--good: light-dark(#dff1e6, #163a2b);
	--wait: light-dark(#fdf0d0, #40340f);
	--bad: light-dark(#fbe1de, #47201d);
	--calm: light-dark(#e6ebf2, #27313d);
}
* { box-sizing: border-box; }
body {
	margin: 0;
	background: var(--ground);
	color: var(--text);
	font: 15px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif;
}
header { background: var(--sheet); border-bottom: 1px solid var(--line); }
header > div, main { max-width: 1480px; margin: 0 auto; padding: 0 24px; }
header > div { display: flex; flex-wrap: wrap; gap: 4px 24px; align-items: baseline; padding-block: 14px; }
header strong { font-size: 16px; }
header time { margin-left: auto; color: var(--soft); }
nav { display: flex; flex-wrap: wrap; gap: 4px 16px; }
a { color: var(--accent); text-decoration: none; }
a:hover { text-decoration: underline; }
nav a[aria-current] { color: var(--text); font-weight: 600; box-shadow: 0 2px 0 var(--accent); }
main { padding-block: 24px 64px; }
h1 { font-size: 24px; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 28px 0 8px; }
p { margin: 0 0 12px; }
.soft { color: var(--soft); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); gap: 12px; margin: 16px 0; }
.card { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; padding: 12px 16px; color: inherit; }
.card b { display: block; font-size: 24px; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th, td { padding: 7px 10px; text-align: left; vertical-align: top; white-space: nowrap; }
th { color: var(--soft); font-weight: 500; font-size: 13px; border-bottom: 1px solid var(--line); }
tr + tr td { border-top: 1px solid var(--line); }
td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; }
td.wide { white-space: normal; min-width: 180px; overflow-wrap: anywhere; }
.tag { display: inline-block; padding: 0 9px; border-radius: 999px; background: var(--calm); font-size: 13px; }
.tag.good { background: var(--good); }
.tag.wait { background: var(--wait); }
.tag.bad { background: var(--bad); }
form { display: flex; flex-wrap: wrap; gap: 8px; margin: 12px 0; }
input, select, button {
	font: inherit; color: inherit; background: var(--sheet);
	border: 1px solid var(--line); border-radius: 8px; padding: 5px 10px;
}
button { border-color: var(--accent); color: var(--accent); cursor: pointer; }
.pages { display: flex; gap: 16px; margin-top: 12px; color: var(--soft); }
article { background: var(--sheet); border: 1px solid var(--line); border-radius: 10px; padding: 14px 18px; margin-bottom: 12px; }
article h2 { margin: 0 0 4px; display: flex; flex-wrap: wrap; gap: 4px 12px; align-items: center; }
summary { cursor: pointer; color: var(--accent); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 4px 20px; margin: 12px 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-wrap; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; margin: 0; font: inherit; }
iframe { width: 100%; height: 380px; border: 1px solid var(--line); border-radius: 8px; background: #fff; margin-top: 8px; }
`);
