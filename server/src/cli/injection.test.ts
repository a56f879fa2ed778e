/** Plan text is data in every output of the command. `npm run soak` does the same with hundreds of texts. */
import { describe, expect, it } from 'vitest';
import { hostilePlan } from '../../../test/soak/hostile-plan.js';
import { judge } from '../../../test/soak/judge.js';
import { everyOutput } from '../../../test/soak/outputs.js';
import { payloads } from '../../../test/soak/payloads.js';
import { folderWith } from './testing/test-folder.js';

describe('texts that would act', () => {
  const texts = payloads(500).filter((_, index) => index < 57 || index % 25 === 0);
  const hostile = { 'a.plan': hostilePlan(texts) };
  const harmless = { 'a.plan': hostilePlan(texts.map(() => 'text')) };

  it.each(everyOutput().map(({ call, kind }) => [call.join(' '), call, kind] as const))(
    'are text in: %s',
    async (_, call, kind) => {
      const { code, stdout } = await folderWith(hostile).call(...call);
      const plain = await folderWith(harmless).call(...call);

      expect(code).toBeLessThan(2);
      expect(stdout.length).toBeGreaterThan(200);
      expect(judge(kind, stdout, plain.stdout)).toEqual([]);
    },
  );
});
