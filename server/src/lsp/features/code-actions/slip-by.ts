/** The action that asks what would become late if an item slipped: it writes nothing, the editor's command asks on. */
import { type CodeAction, CodeActionKind } from 'vscode-languageserver';
import { LENS_COMMANDS } from '../../protocol.js';
import type { Session } from '../../session.js';
import type { ActionContext } from './action-types.js';
import { openItemAt } from './enclosing-item.js';

export function slipActions(context: ActionContext, { options }: Session): readonly CodeAction[] {
  const place = openItemAt(context);
  const { lang, uri } = context.source;
  if (options.lensCommands?.includes(LENS_COMMANDS.slipBy) !== true) return [];
  // What has a forecast of its own can slip.
  if (place === undefined || place.item.items.length > 0) return [];
  if (context.analysis.schedule.item(place.item)?.finish === undefined) return [];
  const title = lang === 'zh' ? '若延期…' : 'Slip by…';
  const command = { title, command: LENS_COMMANDS.slipBy, arguments: [{ uri, id: place.item.id }] };
  return [{ title, kind: CodeActionKind.Refactor, command }];
}
