/** Create New Automation Bot: the templates, by category. */
import { categories, categoryAnchor } from '../category';
import { templates, type Template } from '../gallery/templates';
import { longestName } from '../gallery/newBot';
import { inWords } from '../../text/words';
import { html, type Html } from './html';
import { document, type Notice } from './shell';

/**
 * @param version the dashboard's own, which whoever asks it to create a bot has to know; null when n8n did not give it
 * @param refused whether n8n refused to create a bot a moment ago
 */
export function galleryPage(version: string | null, refused: boolean): string {
	const notices: Notice[] = refused ? [{ kind: 'bad', text: notCreated }] : [];
	if (version === null) notices.push({ kind: 'bad', text: unknownVersion });
	return document({
		title: 'Create New Automation Bot',
		notices,
		action: html`<a class="button second" href="?">Back to the bots</a>`,
		tabs: html`<ul class="tabs">
			<li><a href="#bots" aria-current="true">All</a></li>
			${categories.map(
				(category) => html`<li><a href="#${categoryAnchor(category)}">${category}</a></li>`,
			)}
		</ul>`,
		content: html`<p class="soft">
				Give the bot a name and create it: it is then in n8n, not published yet, for you to choose
				credentials and settings. Or download it, and import the file into another n8n.
			</p>
			${sections(version)}`,
	});
}

const notCreated =
	'n8n did not create the bot. The n8n API key of the node Create the bot needs the scope workflow:create.';
const unknownVersion =
	'Bots cannot be created from here now, because the list of workflows could not be read. You can download a template and import it.';

function sections(version: string | null): Html[] {
	return categories.map((category) => {
		const offered = templates.filter((template) => template.category === category);
		return html`<section
			class="category"
			id="${categoryAnchor(category)}"
			aria-labelledby="${categoryAnchor(category)}-name"
		>
			<h2 id="${categoryAnchor(category)}-name">${category}</h2>
			<ul class="cards">
				${offered.map((template) => card(template, version))}
			</ul>
		</section>`;
	});
}

function card({ file, title, what, needs, workflow }: Template, version: string | null): Html {
	const json = `data:application/json;charset=utf-8,${encodeURIComponent(JSON.stringify(workflow))}`;
	return html`<li>
		<article class="card" aria-labelledby="${file}-title">
			<h3 id="${file}-title">${title}</h3>
			<p>${what}</p>
			<p class="small soft">Needs ${inWords(needs)}.</p>
			<form method="post" action="?" class="actions">
				<label class="field" style="width:100%"
					><span>Name</span
					><input
						name="name"
						required
						maxlength="${longestName}"
						value="${title}"
						autocomplete="off"
				/></label>
				<input type="hidden" name="template" value="${file}" /><input
					type="hidden"
					name="version"
					value="${version}"
				/>
				<button name="whatToDo" value="create" ${version === null && html` disabled`}>
					Create<span class="visually-hidden"> ${title}</span>
				</button>
				<a class="edit" download="${file}.json" href="${json}"
					>Download JSON<span class="visually-hidden"> of ${title}</span></a
				>
			</form>
		</article>
	</li>`;
}
