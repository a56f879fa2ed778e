/** Asks for a day in any spelling that the language knows, and says what was understood. */
import * as vscode from 'vscode';
import { dayRead } from '../../../server/src/lsp/protocol.js';
import type { PlanServer } from '../client/plan-server.js';
import { displayLanguage } from '../display-language.js';

interface DayQuestion {
  readonly title: string;
  readonly prompt: string;
  /** What stands there at first. */
  readonly value?: string;
  /** Of the plan that it is about, by address: a date without its year is one of the plan's. */
  readonly plan: string | undefined;
  /** Why a day that exists cannot be meant. */
  readonly refuse?: (day: string) => string | undefined;
}

/** The day, written `2026-03-31`; `undefined` where the user thinks better of it. */
export async function askForDay(
  server: Pick<PlanServer, 'tryToAsk'>,
  { title, prompt, value, plan, refuse }: DayQuestion,
): Promise<string | undefined> {
  const read = async (text: string) =>
    (await server.tryToAsk(dayRead, { ...(plan === undefined ? {} : { uri: plan }), lang: displayLanguage(), text })) ??
    undefined;
  const answer = await vscode.window.showInputBox({
    title,
    prompt,
    ...(value === undefined ? {} : { value }),
    placeHolder: displayLanguage() === 'zh' ? '2026-03-31、2026.3.31、3月底' : '2026-03-31, 2026.3.31, 2026-Q1',
    validateInput: async (text) => {
      if (text.trim() === '') return vscode.l10n.t('A day that exists, written 2026-03-31');
      const found = await read(text);
      if (found === undefined) return vscode.l10n.t('A day that exists, written 2026-03-31');
      const refused = refuse?.(found.day);
      if (refused !== undefined) return refused;
      return { message: found.said, severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  return answer === undefined ? undefined : (await read(answer))?.day;
}
