/** Answers about names that an account has a handful of, and its orders write millions of times. */

/** Beyond this many different texts they are no such names, and are answered anew each time. */
const most = 1_000;

/** The same function, which remembers its answers. They must follow from the text alone. */
export function remembered<V>(answer: (text: string) => V): (text: string) => V {
	const known = new Map<string, V>();
	return (text) => {
		let value = known.get(text);
		if (value === undefined) {
			value = answer(text);
			if (known.size < most) known.set(text, value);
		}
		return value;
	};
}
