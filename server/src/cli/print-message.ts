/** Messages to the caller on stderr, apart from results. */
import type { Bilingual, Lang } from '../model/lang.js';
import { visibleLines } from '../report/invisible-characters.js';
import { logText } from '../report/log-text.js';
import type { Context } from './context.js';

/** Says something to the caller that is no result. */
export function printMessage(context: Context, lang: Lang, text: Bilingual): void {
  const said = visibleLines(text[lang]);
  context.stderr.write(logText(lang === 'zh' ? `planwright：${said}\n` : `planwright: ${said}\n`));
}
