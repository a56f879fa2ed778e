/** Every feature of the editor, one line each. */
import { callHierarchy } from './call-hierarchy.js';
import { codeActions } from './code-actions/code-actions.js';
import { codeLenses } from './code-lenses.js';
import { completion } from './completion/completion.js';
import type { Feature } from './feature.js';
import { folding } from './folding.js';
import { formatting } from './formatting.js';
import { hover } from './hover/hover.js';
import { inlayHints } from './inlay-hints.js';
import { links } from './links.js';
import { movedFiles } from './moved-files.js';
import { navigation } from './navigation.js';
import { pictureEdits } from './picture-edits/picture-edits.js';
import { rename } from './rename.js';
import { rulePages } from './rule-pages.js';
import { selection } from './selection.js';
import { semanticTokens } from './semantic-tokens.js';
import { signatureHelp } from './signature-help.js';
import { symbols } from './symbols.js';
import { whatIfs } from './what-if.js';

export const FEATURES: readonly Feature[] = [
  completion,
  hover,
  navigation,
  rename,
  symbols,
  folding,
  selection,
  semanticTokens,
  links,
  formatting,
  codeActions,
  inlayHints,
  codeLenses,
  callHierarchy,
  rulePages,
  movedFiles,
  whatIfs,
  pictureEdits,
  signatureHelp,
];
