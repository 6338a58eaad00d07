/** The page's few lines of script: the tab that is open, buttons that are pressed once, and looking again while a bot runs. */
import { ownMarkup } from './html';

/** Seconds after which a page with a running bot looks again. */
export const refreshSeconds = 5;

export const script = ownMarkup(`
const tabs=[...document.querySelectorAll('.tabs a')];
const shown=()=>{const target=location.hash.length>1?document.getElementById(decodeURIComponent(location.hash.slice(1))):null;const open=(target&&target.closest('.category')||{}).id||'bots';
for(const tab of tabs){if(tab.getAttribute('href')==='#'+open)tab.setAttribute('aria-current','true');else tab.removeAttribute('aria-current')}};
addEventListener('hashchange',shown);shown();
for(const form of document.forms)form.addEventListener('submit',()=>setTimeout(()=>{for(const button of form.querySelectorAll('button'))button.disabled=true}));
if(innerWidth<700)for(const details of document.querySelectorAll('details'))details.open=false;
const updates=document.getElementById('updates');
if(updates){let on=true;let timer;const tick=()=>{clearTimeout(timer);if(on)timer=setTimeout(()=>{location.reload()},${refreshSeconds}000)};
updates.hidden=false;updates.addEventListener('click',()=>{on=!on;updates.textContent=on?'Pause updates':'Resume updates';tick()});tick()}
`);
