// One invented plan in five languages: projects of eight items, each after the one before it, with lengths of five to
// eleven days. Nothing in it but what all five can say.

const ITEMS = 8;
const length = (project, item) => 5 + ((project + item) % 7);

function each(projects, start, item, end = () => []) {
  const lines = [];
  for (let p = 0; p < projects; p++) {
    lines.push(...start(p));
    for (let i = 0; i < ITEMS; i++) lines.push(item(p, i));
    lines.push(...end(p));
  }
  return lines;
}

const text = (lines) => `${lines.join('\n')}\n`;

export function planwright(projects) {
  return text(
    each(
      projects,
      (p) => [`project P${p} "P${p}" {`],
      (p, i) => `  task T${i} { ${i === 0 ? 'start 2026-01-05' : `after T${i - 1}`}  duration ${length(p, i)}wd }`,
      () => ['}'],
    ),
  );
}

export function taskjuggler(projects) {
  const lines = each(
    projects,
    (p) => [`task P${p} "P${p}" {`],
    (p, i) => `  task T${i} "T${i}" { ${i === 0 ? 'start 2026-01-05' : `depends !T${i - 1}`} length ${length(p, i)}d }`,
    () => ['}'],
  );
  return text(['project all "All" 2026-01-01 +2y {}', ...lines]);
}

export function mermaid(projects) {
  const lines = each(
    projects,
    (p) => [`section P${p}`],
    (p, i) => `T${i} :P${p}T${i}, ${i === 0 ? '2026-01-05' : `after P${p}T${i - 1}`}, ${length(p, i)}d`,
  );
  return text(['gantt', 'dateFormat YYYY-MM-DD', 'excludes weekends', ...lines]);
}

export function markwhen(projects) {
  const lines = each(
    projects,
    (p) => [`section P${p}`],
    (p, i) => {
      const when = i === 0 ? '2026-01-05' : `after !P${p}T${i - 1}`;
      return `${when} / ${length(p, i)} week days: T${i}\nid: P${p}T${i}`;
    },
    () => ['end section'],
  );
  return text(['title: All', '', ...lines]);
}

export function likec4(projects) {
  const lines = each(
    projects,
    (p) => [`  P${p} = project 'P${p}' {`],
    (_, i) => `    T${i} = task 'T${i}'${i === 0 ? '' : `\n    T${i} -> T${i - 1}`}`,
    () => ['  }'],
  );
  return text(['specification {', '  element project', '  element task', '}', 'model {', ...lines, '}']);
}
