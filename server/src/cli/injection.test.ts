/** Plan text is data in every output of the command. `npm run soak` does the same with hundreds of texts. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hostilePlan } from '../../../test/soak/hostile-plan.js';
import { judge } from '../../../test/soak/judge.js';
import { judgeOffice } from '../../../test/soak/office-judge.js';
import { everyDocument, everyOutput } from '../../../test/soak/outputs.js';
import { ALONE, payloads } from '../../../test/soak/payloads.js';
import { type Folder, folderWith } from './testing/test-folder.js';

describe('texts that would act', () => {
  const texts = payloads(500).filter((_, index) => index < ALONE || index % 25 === 0);
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

  // A document that holds a sign that XML does not have is one that Word and Excel call damaged.
  it.each(everyDocument().map(({ call, file }) => [call.join(' '), call, file] as const))(
    'are text, and the document is whole, in: %s',
    async (_, call, file) => {
      const [folder, plain] = [folderWith(hostile), folderWith(harmless)];
      const { code } = await folder.call(...call);
      await plain.call(...call);

      expect(code).toBeLessThan(2);
      const read = ({ path }: Folder): Uint8Array => readFileSync(join(path, file));
      expect(judgeOffice(read(folder), read(plain))).toEqual([]);
    },
  );
});
