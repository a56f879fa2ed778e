/** A plan that says a text wherever a plan can say one. */

/** `texts` each in a project of its own; what stands in all of them is one plan. */
export function hostilePlan(texts: readonly string[]): string {
  const name = (text: string): string => text.replace(/[`\n\r]/g, '');
  const quoted = (text: string): string =>
    JSON.stringify(text)
      .replaceAll('\\u', '\\\\u')
      .replace(/\\[bfnrt]/g, ' ');
  const head = `portfolio All ${quoted(texts[0] ?? '')} { year 2026  status-date 2026-03-31 }\n`;
  const shared = texts.map(
    (text, index) => `person \`${name(text)} p${index}\` ${quoted(text)}
org \`${name(text)} o${index}\` ${quoted(text)}
category \`${name(text)} c${index}\` ${quoted(text)}
area \`${name(text)} a${index}\` ${quoted(text)}
`,
  );
  const projects = texts.map(
    (text, index) => `project \`P${index} ${name(text)}\` ${quoted(text)} {
  category \`${name(text)} c${index}\`  area \`${name(text)} a${index}\`
  leader \`${name(text)} p${index}\`  unit \`${name(text)} o${index}\`  owner \`${name(text)}\`
  scheme ${quoted(text)}
  责任人李四 // ${text.replace(/[\n\r\u2028]/g, ' ')}
  doc """
${text}
"""
  stage construction on 2026-01-10
  investment 100M { source \`${name(text)}\` 100M  year 2026 50M { Q1 20M  Q2 30M } }
  milestone \`${name(text)} m\` ${quoted(text)} due 2026-02-27
  task \`${name(text)} t\` ${quoted(text)} { start 2026-03-01  duration 20d  after \`${name(text)} x\` }
  report 2026-03-30 { text ${quoted(text)}  invested 5M  progress 10%  reporter \`${name(text)} p${index}\` }
  issue \`${name(text)} i\` ${quoted(text)} { raised 2026-03-01  cause ${quoted(text)}  due 2026-03-15 }
}
`,
  );
  const meeting = `meeting M1 ${quoted(texts[0] ?? '')} {
  date 2026-03-20
${texts.map((text, index) => `  decision \`d${index} ${name(text)}\` ${quoted(text)} { unit \`${name(text)} o${index}\`  due 2026-03-25 }`).join('\n')}
}
view \`${name(texts[0] ?? '')} v\` ${quoted(texts[0] ?? '')} { columns id, title, leader, unit }
`;
  return head + shared.join('') + projects.join('') + meeting;
}
