/** What a text from outside may hold that a page must show as text, or leave out. Every find is added here. */
export const hostileTexts: Readonly<Record<string, string>> = {
  "a script": "<script>globalThis.ran = true</script>",
  "an image with a handler": '<img src="x" onerror="globalThis.ran = true">',
  "the end of an attribute": '" autofocus onfocus="globalThis.ran = true',
  "a link that runs": "javascript:globalThis.ran = true",
  "a template": "{{constructor.constructor('globalThis.ran = true')()}} ${globalThis.ran = true}",
  "a right-to-left override": "invoice\u202Egpj.exe\u2066\u2067",
  "characters without width": "we\u200Bb\u200D-\uFEFF01\u2060",
  "control characters": "a\u0000b\u0007c\u001B[31md\u007Fe\u0085f",
  "half a character": "half \uD83D and \uDE80 another",
  "marks piled up": `z${"\u0301\u0323\u0330".repeat(60)}algo`,
  "a word without an end": "W".repeat(5_000),
  "many lines": "line\r\n".repeat(500),
  "a placeholder": "{name} {count} {}",
  "a megabyte": "1 MB ".repeat(200_000),
  "nothing to see": " \u00A0\u3000\u2028\u2029\t",
};

/** What a number from outside may be. */
export const hostileNumbers: readonly unknown[] = [-1, 1e308, -1e308, 9_007_199_254_740_993, 0.5, "12", "NaN", null, true, [], {}];

/** What a time from outside may be. */
export const hostileTimes: readonly unknown[] = [
  "0000-01-01T00:00:00Z",
  "99999-12-31T23:59:59Z",
  "2026-02-30T25:61:61Z",
  "2026-11-23T12:00:00+99:99",
  "-271821-04-20T00:00:00Z",
  "1e9",
  "",
  0,
  null,
  {},
];
