import { filledUnless, visibleText } from '../../../lib/completeness/filled';

const filled = filledUnless(['N/A', '-', 'unknown']);

describe('filled in', () => {
	it.each([
		['nothing', ''],
		['spaces', '   '],
		['a line break', '\r\n\t'],
		['a no-break space', '\u00a0\u202f'],
		['an ideographic space', '\u3000'],
		['zero-width spaces and joiners', '\u200b\u200c\u200d\u2060\ufeff'],
		['directions', '\u200e\u202e\u2069'],
		['control characters', '\u0000\u0007\u001b\u0085'],
		['a soft hyphen', '\u00ad'],
		['half of a surrogate pair', '\ud83d'],
		['letters drawn as nothing', '\u3164\u115f\u1160\uffa0\u17b4\u2800'],
		['interlinear annotation marks', '\ufff9\ufffa\ufffb'],
		['variation selectors and tags', '\ufe0f\u{e0020}'],
	])('is not %s', (_name, text) => {
		expect(filled(text)).toBe(false);
	});

	it.each([null, undefined, true, false, [], ['Ada'], {}, { a: 1 }, NaN, Infinity])(
		'is not %p',
		(value) => {
			expect(filled(value)).toBe(false);
		},
	);

	it.each(['Ada', '李', 'عمر', '👍', '0', 'a\u0301', ' x ', '.', 'NA', 'n/a road'])(
		'is %p',
		(text) => {
			expect(filled(text)).toBe(true);
		},
	);

	it('is a number, as spreadsheets give postcodes', () => {
		expect(filled(2000)).toBe(true);
	});

	it.each(['n/a', ' N/A ', '\u00a0n/A\u200b', '-', 'UNKNOWN'])(
		'is not the placeholder %p',
		(text) => {
			expect(filled(text)).toBe(false);
			expect(filledUnless([])(text)).toBe(true);
		},
	);

	it('takes blank placeholders for none', () => {
		expect(filledUnless(['', '  '])('x')).toBe(true);
	});

	it('takes no time over long texts', () => {
		const started = Date.now();
		for (const character of ['x', ' ', '\u200b', '\u00a0x']) filled(character.repeat(2_000_000));
		expect(Date.now() - started).toBeLessThan(2000);
	});
});

it('shows what can be seen, one space apart', () => {
	expect(visibleText('\ufeff New\u00a0\u200b Zealand\n')).toBe('New Zealand');
});
