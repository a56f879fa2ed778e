/** What an import asks of the user before it can say anything: one question after the other, none answered by itself. */
import * as vscode from 'vscode';
import { daySchema, type ImportQuestion } from '../../../server/src/lsp/protocol.js';

interface Offered extends vscode.QuickPickItem {
  readonly value: string | 'another day';
  readonly forRest: boolean;
}

/** Puts the answers into `answers`; `false` where the user thinks better of it. */
export async function askAll(questions: readonly ImportQuestion[], answers: Record<string, string>): Promise<boolean> {
  for (const [index, question] of questions.entries()) {
    if (answers[question.key] !== undefined) continue;
    const rest = questions.slice(index).filter((each) => isAlike(each, question));
    const picked = await ask(question, rest.length);
    if (picked === undefined) return false;
    for (const { key } of picked.forRest ? rest : [question]) answers[key] = picked.value;
  }
  return true;
}

async function ask(
  question: ImportQuestion,
  left: number,
): Promise<{ readonly value: string; readonly forRest: boolean } | undefined> {
  const offered: Offered[] = question.choices.map(({ value, label, detail }) => ({
    label,
    ...(detail === undefined ? {} : { description: detail }),
    value,
    forRest: false,
  }));
  if (question.anyDay === true) {
    offered.push({ label: vscode.l10n.t('Another day…'), value: 'another day', forRest: false });
  }
  if (left > 1) {
    for (const { value, forRest } of question.choices) {
      if (forRest !== undefined) offered.push({ label: `${forRest} (${left})`, value, forRest: true });
    }
  }
  const picked = await vscode.window.showQuickPick(offered, { title: question.text, ignoreFocusOut: true });
  if (picked?.value !== 'another day') return picked;
  const day = await vscode.window.showInputBox({
    title: question.text,
    placeHolder: '2026-03-31',
    ignoreFocusOut: true,
    validateInput: (text) =>
      daySchema.safeParse(text.trim()).success ? null : vscode.l10n.t('A day that exists, written 2026-03-31'),
  });
  return day === undefined ? undefined : { value: day.trim(), forRest: false };
}

function isAlike(a: ImportQuestion, b: ImportQuestion): boolean {
  const values = ({ choices }: ImportQuestion): string => choices.map(({ value }) => value).join(' ');
  return values(a) === values(b);
}
