/** Members of milestones, tasks and approvals (language reference, 2.4). */

import { DATE, DAY, DURATION, inner, kind, member, PERCENT, ref, TEXT, TEXTS } from '../shapes.js';
import { revised, roles } from './accountability.js';
import { ownValue } from './frame.js';

const TASKS = { on: ['task', 'approval'] } as const;

const kinds = {
  milestone: kind(
    'Milestone',
    ['name "title"  due …  done …', '名称 "标题" 期限 … 完成 …'],
    ['A point in time that has to be reached.', '应当达到的时间节点。'],
    ['milestone topping-out due 2026-09-30', '节点 封顶 期限 2026年9月底'],
  ),
  task: kind(
    'Task',
    ['name "title"  due …  done …', '名称 "标题" 期限 … 完成 …'],
    ['Work that takes time. Tasks nest.', '需要时间的工作。任务可以嵌套。'],
    ['task survey { duration 3w  after permit }', '任务 勘察 { 工期 3周  前置 环评 }'],
  ),
  approval: kind(
    'Approval',
    ['name "title"  due …  done …', '名称 "标题" 期限 … 完成 …'],
    ['A task that an authority decides.', '由审批单位决定的任务。'],
    ['approval permit { authority regulator  duration 25wd }', '审批 环评 { 审批单位 生态环境局  工期 25个工作日 }'],
  ),
} as const;

export const item = {
  rule: 'Item',
  kinds,
  members: {
    due: member(
      DATE,
      'Deadline',
      [
        'The deadline that is answered for. A month or quarter means its last day.',
        '要负责的期限。写到月或季度时指其最后一天。',
      ],
      ['due 2026-06', '期限 2026年6月底'],
      { computes: ['slack, latest start, what is overdue', '机动时间、最迟开始、逾期'] },
    ),
    done: member(
      DAY,
      'Done',
      ['When it was really finished.', '实际完成的日期。'],
      ['done 2026-06-12', '完成 2026年6月12日'],
      { computes: ['the forecast of what waits for it, progress', '后续工作的预计完成、进度'] },
    ),
    after: member(
      { shape: 'dependencies', of: 'dependency' },
      'Waits for',
      [
        'What has to come first; with the kind of dependency and a lag where needed.',
        '须在哪些工作之后；需要时写依赖类型和间隔。',
      ],
      ['after permit, survey FS +5wd', '前置 环评、勘察 FS +5个工作日'],
      { repeats: true, computes: ['forecast, slack, the driving chain', '预计完成、机动时间、关键链条'] },
    ),
    start: member(
      DATE,
      'Planned start',
      ["The plan's own start: not earlier than this.", '计划开始日期：不早于这一天。'],
      ['start 2026-03-01', '计划开始 2026年3月1日'],
      { ...TASKS, computes: ['forecast, planned progress', '预计完成、计划进度'] },
    ),
    finish: member(
      DATE,
      'Planned finish',
      ["The plan's own finish.", '计划完成日期。'],
      ['finish 2026-04-30', '计划完成 2026年4月30日'],
      { ...TASKS, computes: ['planned progress', '计划进度'] },
    ),
    duration: member(
      DURATION,
      'Duration',
      ['How long the work takes, in calendar or working time.', '工作需要多长时间，按日历日或工作日。'],
      ['duration 40wd', '工期 40个工作日'],
      { ...TASKS, computes: ['forecast, slack, progress', '预计完成、机动时间、进度'] },
    ),
    started: member(
      DAY,
      'Started',
      ['When the work really began.', '实际开始的日期。'],
      ['started 2026-03-03', '实际开始 2026年3月3日'],
      { ...TASKS, computes: ['forecast', '预计完成'] },
    ),
    progress: member(
      { shape: 'dated-progress' },
      'Progress',
      [
        'How much is done, in percent; on which day it was so, where it repeats.',
        '完成了百分之几；多次填写时注明是哪一天。',
      ],
      ['progress 60% on 2026-06-26 "by chainage"', '进度 60% 于 2026年6月26日 "按里程计"'],
      { ...TASKS, repeats: true, computes: ['forecast, progress of the project', '预计完成、项目进度'] },
    ),
    suspended: member(
      { shape: 'suspension' },
      'Suspended',
      [
        'Days on which no work is done, and why. Without a second date it is still so.',
        '停工的起止日期和原因。不写止日即为尚未复工。',
      ],
      ['suspended 2026-07-01 .. 2026-08-15 "floods"', '停工 2026年7月1日 至 2026年8月15日 "汛期"'],
      { ...TASKS, repeats: true, computes: ['forecast, planned progress', '预计完成、计划进度'] },
    ),
    calendar: member(
      ref('calendar'),
      'Calendar',
      ["Its working-day calendar, where it is not the project's.", '采用的工作日历，与项目不同时写。'],
      ['calendar site', '日历 工地'],
      { ...TASKS, computes: ['durations and lags in working days', '按工作日计算的工期和间隔'] },
    ),
    remaining: member(
      DURATION,
      'Remaining',
      [
        'How long it will still take, where that is not duration × (1 − progress).',
        '还需要多长时间；不写则按工期×（1−进度）推算。',
      ],
      ['remaining 10wd', '剩余工期 10个工作日'],
      { ...TASKS, computes: ['forecast', '预计完成'] },
    ),
    weight: member(
      PERCENT,
      'Weight',
      ["Its share in the project's physical progress.", '在项目形象进度中所占的比重。'],
      ['weight 20%', '权重 20%'],
      { computes: ['progress, planned progress', '进度、计划进度'] },
    ),
    ...roles,
    authority: member(
      ref('org'),
      'Authority',
      ['The organisation that decides.', '负责审批的单位。'],
      ['authority regulator', '审批单位 生态环境局'],
      { on: ['approval'] },
    ),
    evidence: member(
      TEXTS,
      'Evidence',
      ['Paths or addresses of the proof.', '证明材料的路径或网址。'],
      ['evidence "photos/topping-out.jpg"', '佐证 "照片/封顶.jpg"'],
      { repeats: true, computes: ['files that are not there', '找不到的文件'] },
    ),
    revised,
    note: member(TEXT, 'Note', ['A remark.', '备注。'], ['note "access by ferry only"', '备注 "仅可由轮渡到达"'], {
      repeats: true,
    }),
    field: ownValue,
    milestone: inner('item', kinds.milestone, { ...TASKS, repeats: true }),
    task: inner('item', kinds.task, { ...TASKS, repeats: true }),
    approval: inner('item', kinds.approval, { ...TASKS, repeats: true }),
  },
  /** What is told first where a member of another kind stands. */
  rather: ['due', 'done', 'after', 'weight', 'owner'],
} as const;
