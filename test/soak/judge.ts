/** Whether an output holds plan text that would act. Answers what is wrong, each with the line it is in. */

const ACTING =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f]|[\ud800-\udbff](?![\udc00-\udfff])/u;

export type Kind = 'text' | 'github' | 'csv' | 'md' | 'json' | 'xml' | 'html';

/** `harmless` is the same output for a plan whose texts are harmless: what it has of markup is the program's own. */
export function judge(kind: Kind, output: string, harmless: string): readonly string[] {
  return [...inLog(kind, output), ...OF_KIND[kind](output, harmless)];
}

function inLog(kind: Kind, output: string): readonly string[] {
  const own = kind === 'github' ? /^::(?:error|warning|notice) file=[^:]*::/ : undefined;
  return output
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .flatMap((line) => {
      const said = (what: string): string => `${what}: ${JSON.stringify(line.slice(0, 160))}`;
      return [
        ...(/^\s*::/.test(line) && own?.test(line) !== true ? [said('a command of GitHub')] : []),
        ...(/##(?:\[|vso\[)/i.test(line) ? [said('a command of a build log')] : []),
        ...(ACTING.test(line) ? [said('acts on a terminal')] : []),
      ];
    });
}

const OF_KIND: { readonly [K in Kind]: (output: string, harmless: string) => readonly string[] } = {
  text: () => [],
  github: () => [],
  csv: formulas,
  md: markup,
  json: (output) => {
    try {
      JSON.parse(output);
      return [];
    } catch (error) {
      return [`no JSON: ${String(error)}`];
    }
  },
  xml: (output) => {
    // What is left when everything that may stand in XML is taken away.
    const left = output.replace(
      /<\?xml[^<>]*\?>|<\/?[a-z-]+(?:\s+[a-z]+="[^"<]*")*\s*\/?>|&(?:amp|lt|gt|quot|apos|#\d+);|[^<&]/g,
      '',
    );
    return left === '' ? [] : [`no XML: ${left.slice(0, 80)}`];
  },
  html: tags,
};

function formulas(csv: string): readonly string[] {
  const rows = csv.replace(/^\ufeff/, '').match(/(?:"(?:[^"]|"")*"|[^"\r\n])*\r\n/g) ?? [];
  const fields = rows.map((row) => row.trimEnd().match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^",]*)(?=,|$)/g) ?? []);
  const width = fields[0]?.length ?? 0;
  return [
    ...fields.flatMap((row, index) =>
      row.length === width ? [] : [`row ${index} has ${row.length} fields of ${width}`],
    ),
    ...fields.flat().flatMap((field) => {
      const text = field.replace(/^"|"$/g, '');
      return /^[\s]*[=+\-@＝＋－＠]/.test(text) && !/^-?[\d.,]+%?$/.test(text)
        ? [`a formula: ${text.slice(0, 80)}`]
        : [];
    }),
  ];
}

/** Raw HTML, links and pictures that the program did not write. */
function markup(markdown: string): readonly string[] {
  // What is escaped, or stands in code, is text.
  const plain = markdown.replace(/\\[\s\S]/g, '').replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
  return [
    ...(plain.match(/<(?!br>)(?:[a-z!/])[^\n]{0,60}/gi) ?? []).map((found) => `HTML: ${found}`),
    ...(plain.match(/!\[[^\n]{0,60}|\]\(\s*(?:javascript|data|vbscript):[^\n]{0,60}/gi) ?? []).map(
      (found) => `a link: ${found}`,
    ),
  ];
}

const COUNTED = ['script', 'style', 'img', 'svg', 'iframe', 'object', 'embed', 'form', 'link', 'meta', 'base', 'a'];

/** More elements of a kind that can act, or attributes that run something. */
function tags(html: string, harmless: string): readonly string[] {
  const plain = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gi, '<$1></$1>');
  const count = (text: string, tag: string): number => text.match(new RegExp(`<${tag}[\\s>]`, 'gi'))?.length ?? 0;
  const bare = plain.replace(/="[^"]*"/g, '=""');
  return [
    ...['script', 'style', 'iframe', 'object', 'embed', 'form', 'link', 'meta', 'base', 'img']
      .filter((tag) => COUNTED.includes(tag))
      .flatMap((tag) =>
        count(plain, tag) > count(harmless, tag) ? [`${count(plain, tag)} <${tag}> for ${count(harmless, tag)}`] : [],
      ),
    ...(bare.match(/<[^>]*\son\w+=[^>]*>/gi) ?? []).map((found) => `runs: ${found.slice(0, 80)}`),
    ...(plain.match(/(?:href|src)="\s*(?:javascript|data|vbscript):[^"]{0,60}/gi) ?? []).map(
      (found) => `leads: ${found}`,
    ),
  ];
}
