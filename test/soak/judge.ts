/** Whether an output holds plan text that would act. Answers what is wrong, each with the line it is in. */

const ACTING =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f]|[\ud800-\udbff](?![\udc00-\udfff])/u;

/** `label` is what an editor shows as it is, `hover` what it shows of Markdown. */
export type Kind = 'text' | 'github' | 'csv' | 'md' | 'json' | 'xml' | 'html' | 'ics' | 'mermaid' | 'hover' | 'label';

/** `harmless` is the same output for a plan whose texts are harmless: what it has of markup is the program's own. */
export function judge(kind: Kind, output: string, harmless: string): readonly string[] {
  return [...(IN_LOGS.has(kind) ? inLog(kind, output) : acting(output)), ...OF_KIND[kind](output, harmless)];
}

/** What a build log shows; the others are files, or stand in an editor. */
const IN_LOGS: ReadonlySet<Kind> = new Set(['text', 'github', 'csv', 'md', 'json', 'xml', 'html']);

function acting(output: string): readonly string[] {
  return output
    .split(/\r\n|\n/)
    .flatMap((line) => (ACTING.test(line) ? [`acts on a terminal: ${JSON.stringify(line.slice(0, 160))}`] : []));
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
      /<\?xml[^<>]*\?>|<\/?[A-Za-z][\w:.-]*(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>|&(?:amp|lt|gt|quot|apos|#\d+);|[^<&]/g,
      '',
    );
    return left === '' ? [] : [`no XML: ${left.slice(0, 80)}`];
  },
  html: tags,
  ics: calendarLines,
  mermaid: statements,
  hover: (output, harmless) => [
    ...markup(output),
    ...(unescaped(output).match(/\]\(command:[^\n]{0,60}/gi) ?? []).map((found) => `runs: ${found}`),
    ...(unescaped(output).match(/\]\([^\n]{0,60}/g) ?? []).flatMap((found) =>
      harmless.includes(found) ? [] : [`a link: ${found}`],
    ),
  ],
  label: () => [],
};

/** Each line a property or the rest of one; no component that the program did not begin. */
function calendarLines(ics: string, harmless: string): readonly string[] {
  const lines = ics.replace(/\r\n[ \t]/g, '').split('\r\n');
  const begins = (text: string): number => text.match(/^BEGIN:/gm)?.length ?? 0;
  return [
    ...lines.flatMap((line) => (line === '' || /^[A-Z-]+[;:]/.test(line) ? [] : [`no property: ${line.slice(0, 80)}`])),
    ...(begins(ics) === begins(harmless) ? [] : [`${begins(ics)} components for ${begins(harmless)}`]),
    ...(ics.match(/^(?:ATTACH|ATTENDEE|URL|ORGANIZER|TRIGGER)[^\n]*/gm)?.length ===
    harmless.match(/^(?:ATTACH|ATTENDEE|URL|ORGANIZER|TRIGGER)[^\n]*/gm)?.length
      ? []
      : ['properties that the program did not write']),
  ];
}

/** As many lines as the program wrote, none of them a directive, and nothing that HTML would be made of. */
function statements(mermaid: string, harmless: string): readonly string[] {
  const count = (text: string): number => text.split('\n').length;
  return [
    ...(count(mermaid) === count(harmless) ? [] : [`${count(mermaid)} lines for ${count(harmless)}`]),
    ...(mermaid.match(/^\s*(?:click|%%|accTitle|accDescr)[^\n]{0,60}/gm) ?? []).map((found) => `acts: ${found}`),
    ...(mermaid.match(/<[a-z!/][^\n]{0,60}/gi) ?? []).map((found) => `HTML: ${found}`),
  ];
}

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
  const plain = unescaped(markdown);
  return [
    ...(plain.match(/<(?!br>)(?:[a-z!/])[^\n]{0,60}/gi) ?? []).map((found) => `HTML: ${found}`),
    ...(plain.match(/!\[[^\n]{0,60}|\]\(\s*(?:javascript|data|vbscript):[^\n]{0,60}/gi) ?? []).map(
      (found) => `a link: ${found}`,
    ),
  ];
}

/** What is escaped, or stands in code, is text. */
function unescaped(markdown: string): string {
  return markdown.replace(/\\[\s\S]/g, '').replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, '');
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
