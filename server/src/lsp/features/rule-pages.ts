/** The page of a rule, to which the code of a diagnostic leads. */
import { ruleOf } from '../../analysis/checks/index.js';
import { rulePage as pageOf } from '../../exchange/rule-page.js';
import { onOwnRequest } from '../handlers.js';
import { rulePage } from '../protocol.js';
import type { Feature } from './feature.js';

export const rulePages: Feature = {
  capabilities: {},
  register({ connection, log }) {
    onOwnRequest(connection, log, rulePage, ({ code, lang }) => {
      const rule = ruleOf(code);
      return rule === undefined ? null : { text: pageOf(rule, lang) };
    });
  },
};
