/** Who answers: the same roles on projects, items, issues and decisions (language reference, 2.2 and 2.4). */
import { member, ref, refs } from '../shapes.js';

export const roles = {
  leader: member(
    ref('person'),
    'Leader',
    ['The one leader who answers for it.', '对它负总责的一位领导。'],
    ['leader LiSi', '责任领导 李四'],
    { computes: ['accountability, the load of leaders', '责任清单、领导包联情况'] },
  ),
  unit: member(
    ref('org'),
    'Unit',
    ['The one organisation that answers for it.', '对它负责的一个单位。'],
    ['unit Transport', '责任单位 交通局'],
    { computes: ['accountability, supervision slips', '责任清单、督办单'] },
  ),
  owner: member(
    ref('person'),
    'Owner',
    ['The one person who does it.', '具体负责的一个人。'],
    ['owner WangWu', '责任人 王五'],
  ),
  support: member(
    refs('org'),
    'Support',
    ['Organisations that are consulted and help.', '协助配合的单位。'],
    ['support fishery', '配合单位 水利局、自然资源局'],
  ),
  supervisor: member(
    ref('person'),
    'Supervisor',
    ['Who follows up.', '跟踪督办的人。'],
    ['supervisor Adeyemi', '督办人 赵六'],
  ),
} as const;

/** A deadline that was moved, on items, issues and decisions. */
export const revised = member(
  { shape: 'revision' },
  'Revised',
  [
    'On which day the deadline was moved, from what, by whom and why. `due` holds the newest.',
    '哪一天调整了期限、原期限是什么、谁批准、为什么。“期限”写最新的。',
  ],
  ['revised 2026-04-20 from 2026-04-30 by LiSi "rain"', '调整 2026年4月20日 原期限 2026年4月30日 批准 李四 "雨季影响"'],
  { repeats: true, computes: ['the deadline as of an earlier day', '此前某日的期限'] },
);
