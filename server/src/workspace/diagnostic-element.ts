/** Which declaration, item, issue or decision a place of a file lies in, for findings that are about something smaller. */
import { type Element, elementsIn } from '../analysis/checks/facts-in-file.js';
import type { FileFacts } from '../model/facts.js';

/** Answers for places in their order, each the id of the innermost element that holds it: one pass over the file. */
export function elementFinder(facts: FileFacts | undefined): (offset: number) => string | undefined {
  const elements = facts === undefined ? [] : [...elementsIn(facts)];
  elements.sort((a, b) => a.at.start - b.at.start || b.at.end - a.at.end);
  const around: Element[] = [];
  let next = 0;
  return (offset) => {
    for (
      let element = elements[next];
      element !== undefined && element.at.start <= offset;
      element = elements[++next]
    ) {
      leave(around, element.at.start);
      around.push(element);
    }
    leave(around, offset);
    return around.at(-1)?.id;
  };
}

function leave(around: Element[], offset: number): void {
  while (around.length > 0 && (around.at(-1)?.at.end ?? offset) <= offset) around.pop();
}
