/** The page's style sheet: light and dark, from 320 px up, nothing from outside. Contrasts are those of WCAG AA. */
import { ownMarkup } from './html';

export const style = ownMarkup(`
:root{color-scheme:light dark;--page:#f4f6f9;--card:#fff;--ink:#18212f;--soft:#4d5b70;--line:#d3dae4;--field:#75849b;--accent:#0e6a58;--on-accent:#fff;--accent-soft:#e2f3ef;--good:#0b6b3d;--good-soft:#e0f4e9;--look:#7a4600;--look-soft:#fdf0da;--bad:#a4161a;--bad-soft:#fde7e7}
@media (prefers-color-scheme:dark){:root{--page:#10151d;--card:#19212d;--ink:#e8edf5;--soft:#a9b6c9;--line:#344154;--field:#7d8da5;--accent:#4fd1b3;--on-accent:#06231d;--accent-soft:#16332e;--good:#6fdca0;--good-soft:#123524;--look:#f7c57a;--look-soft:#3a2a10;--bad:#ff9c9c;--bad-soft:#42191b}}
*{box-sizing:border-box}
body{margin:0;background:var(--page);color:var(--ink);font:16px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,Helvetica,Arial,sans-serif;overflow-wrap:anywhere}
a{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:4px}
.skip{position:absolute;left:-999px}.skip:focus{left:8px;top:8px;background:var(--card);padding:8px;z-index:1}
header,main,footer{max-width:1200px;margin:0 auto;padding:0 16px}
header{padding-top:20px}
.top{display:flex;flex-wrap:wrap;gap:8px 16px;align-items:center;justify-content:space-between}
h1{font-size:1.5rem;line-height:1.2;margin:0}h2{font-size:1.15rem;margin:20px 0 10px}h3{font-size:1.05rem;line-height:1.3;margin:0}
.tabs{display:flex;flex-wrap:wrap;gap:4px;margin:14px 0 0;padding:0;list-style:none;border-bottom:1px solid var(--line)}
.tabs a{display:block;padding:8px 12px;color:var(--soft);text-decoration:none;border-bottom:3px solid transparent;font-weight:600}
.tabs a:hover{color:var(--ink)}
.tabs a[aria-current]{color:var(--ink);border-color:var(--accent)}
.cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,360px),1fr));gap:16px;padding:0;margin:0;list-style:none}
.card{display:flex;flex-direction:column;gap:12px;height:100%;background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px}
.head{display:flex;gap:8px;justify-content:space-between;align-items:flex-start}
.state{flex:none;font-size:.8rem;font-weight:600;padding:2px 8px;border-radius:99px;background:var(--look-soft);color:var(--look)}
.state.on{background:var(--good-soft);color:var(--good)}
.diagram{display:block;width:100%;height:auto}
.diagram rect{fill:var(--accent-soft);stroke:var(--accent)}.diagram .channel rect{fill:var(--card);stroke:var(--field)}
.diagram text{font-size:11.5px;fill:var(--ink);text-anchor:middle}
.diagram .lead{fill:none;stroke:var(--field);stroke-width:1.5}.diagram .tip{fill:var(--field)}
dl{display:grid;grid-template-columns:minmax(5.5em,auto) 1fr;gap:6px 12px;margin:0}
dt{color:var(--soft)}dd{margin:0}dd ul{margin:0;padding:0 0 0 1.1em}
.settings dl{font-size:.92rem;margin-top:8px}.settings .wide{grid-column:1/-1}dd.wide{margin-bottom:4px}
.outcome{font-weight:600}.good{color:var(--good)}.look{color:var(--look)}.bad{color:var(--bad)}
.soft{color:var(--soft)}.small{font-size:.9rem}p{margin:0}
summary{cursor:pointer;font-weight:600;padding:4px 0}
.actions{display:flex;flex-wrap:wrap;gap:8px;align-items:center}
form{margin:0}
button,.button{font:inherit;font-weight:600;display:inline-block;min-height:44px;padding:8px 16px;border-radius:8px;border:1px solid var(--accent);background:var(--accent);color:var(--on-accent);cursor:pointer;text-decoration:none;text-align:center}
.second{background:transparent;color:var(--accent)}
button:hover,.button:hover{filter:brightness(1.08)}
button[disabled]{background:transparent;border:1px dashed var(--field);color:var(--soft);cursor:not-allowed;filter:none}
.edit{padding:10px 4px;display:inline-block}
.note{border:1px solid var(--line);border-left:5px solid var(--accent);border-radius:8px;background:var(--card);padding:10px 14px;margin:14px 0 0}
.note.look{border-left-color:var(--look);color:inherit}.note.bad{border-left-color:var(--bad);color:inherit}
.field{display:flex;flex-direction:column;gap:4px}
input{font:inherit;min-height:44px;padding:8px 10px;border:1px solid var(--field);border-radius:8px;background:var(--page);color:var(--ink);width:100%}
footer{padding-top:20px;padding-bottom:28px;color:var(--soft);font-size:.9rem;display:flex;flex-wrap:wrap;gap:4px 16px;align-items:center}
.visually-hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
main>p:first-child{margin-top:16px}
@media (max-width:420px){dl{grid-template-columns:1fr;gap:0}dd{margin-bottom:8px}}
.tabbed:has(.category:target,.category :target) .category:not(:target,:has(:target)){display:none}
`);
