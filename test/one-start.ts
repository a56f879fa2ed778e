/** Random tests of a run begin where those of every other run did, so that it fails by what was changed; PLANWRIGHT_FUZZ_SEED sets another start. */
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env.PLANWRIGHT_FUZZ_SEED ?? 1) });
