/** `check --since REVISION`: what the files said then is given to the rules that compare with it. */
import type { Context } from './context.js';
import type { LoadedRoot } from './load.js';
import { branchPoint, stateAt } from './plan-state.js';
import { printMessage } from './print-message.js';

export async function compareSince(roots: readonly LoadedRoot[], revision: string, context: Context): Promise<void> {
  for (const loaded of roots) {
    const { folder, lang, root } = loaded;
    const base = await stateAt(loaded, await branchPoint(folder, revision), context);
    if (base.empty) {
      printMessage(context, lang, {
        en: `'${revision}' has no plan file in this folder: there is nothing to compare with`,
        zh: `“${revision}”中此文件夹没有计划文件，无可比较`,
      });
    }
    if (base.unread > 0) {
      printMessage(context, lang, {
        en: `${base.unread} statement${base.unread === 1 ? '' : 's'} of '${revision}' cannot be read; what they said is not compared`,
        zh: `“${revision}”中有 ${base.unread} 处无法读懂，其内容未参与比较`,
      });
    }
    root.base = base.plan;
  }
}
