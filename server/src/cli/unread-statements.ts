/** That parts of a plan could not be read, or that its amounts are of two currencies, told wherever something is computed from the rest: its figures may lack something. */
import { plural } from '../analysis/message-values.js';
import { mixedCurrencies } from '../analysis/mixed-currencies.js';
import type { Bilingual } from '../model/lang.js';
import { unreadPlaces } from '../workspace/state-files.js';
import type { Context } from './context.js';
import type { LoadedRoot, LoadOptions } from './load.js';
import { loadOne } from './one-root.js';
import { printMessage } from './print-message.js';

/** For the head of a summary; nothing where everything was read. */
export function notAllRead(loaded: LoadedRoot): Bilingual | undefined {
  const count = unreadPlaces(loaded.root.plan.files());
  if (count === 0) return undefined;
  return {
    en: `${plural(count, 'place')} of the plan could not be read; what ${count === 1 ? 'it says' : 'they say'} is not counted`,
    zh: `计划中有${count}处无法识别，其内容未计入`,
  };
}

/** As `loadOne`, and says on stderr where an answer will lack something. */
export async function loadToAnswer(
  paths: readonly string[],
  options: LoadOptions,
  context: Context,
): Promise<LoadedRoot> {
  const loaded = await loadOne(paths, options, context);
  if (options.quiet === true) return loaded;
  for (const said of [notAllRead(loaded), mixedCurrencies(loaded.root.plan)]) {
    if (said === undefined) continue;
    printMessage(context, loaded.lang, {
      en: `${said.en}: see 'planwright check'`,
      zh: `${said.zh}，具体位置见“planwright check”`,
    });
  }
  return loaded;
}
