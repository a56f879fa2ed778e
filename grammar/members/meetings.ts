/** Members of issues, meetings, inspections and decisions (language reference, 2.5). */

import { choice, DATE, DAY, inner, kind, member, ref, refs, TEXT, TEXTS } from '../shapes.js';
import { revised, roles } from './accountability.js';
import { ownValue } from './frame.js';

const { leader, unit, owner, support, supervisor } = roles;

export const issue = {
  rule: 'Issue',
  kinds: {
    issue: kind(
      'Issue',
      ['name "what is wrong"', '名称 "问题描述"'],
      ['Something that is in the way, with cause, proposal and owner.', '遇到的问题，及其原因、建议和责任人。'],
      ['issue land "12 households have not moved" { kind demolition }', '问题 拆迁 "尚有12户未签约" { 类型 征地拆迁 }'],
    ),
  },
  members: {
    kind: member(
      choice('difficulty'),
      'Kind',
      ['What kind of difficulty it is.', '问题属于哪一类。'],
      ['kind land', '类型 用地'],
    ),
    evidence: member(
      TEXTS,
      'Evidence',
      ['Paths or addresses of the proof.', '证明材料的路径或网址。'],
      ['evidence "letters/household-7.pdf"', '佐证 "材料/征收通知.pdf"'],
      { computes: ['files that are not there', '找不到的文件'] },
    ),
    cause: member(
      TEXT,
      'Cause',
      ['Why the issue is there.', '问题的原因。'],
      ['cause "the price is disputed"', '原因 "补偿标准有争议"'],
    ),
    proposal: member(
      TEXT,
      'Proposal',
      ['What is proposed to solve it.', '建议怎样解决。'],
      ['proposal "mediate"', '建议 "由区政府牵头调解"'],
    ),
    raised: member(
      DAY,
      'Raised',
      ['When the issue was raised.', '问题提出的日期。'],
      ['raised 2026-03-01', '提出 2026年3月1日'],
    ),
    due: member(
      DATE,
      'Deadline',
      [
        'By when it has to be solved. A month or quarter means its last day.',
        '应在何时之前解决。写到月或季度时指其最后一天。',
      ],
      ['due 2026-06', '期限 2026年6月底'],
      { computes: ['issues that are overdue', '逾期问题'] },
    ),
    resolved: member(
      DAY,
      'Resolved',
      ['When the issue was solved.', '问题解决的日期。'],
      ['resolved 2026-04-02', '解决 2026年4月2日'],
      { computes: ['which issues are open', '哪些问题尚未解决'] },
    ),
    owner,
    unit,
    leader,
    support,
    revised,
    about: member(
      refs('project'),
      'About',
      ['The projects in which an inspection found it.', '督查在哪些项目中发现的。'],
      ['about P007', '关于 P007'],
    ),
    escalated: member(
      choice('escalation'),
      'To be settled at',
      ['The level at which it is to be settled.', '由哪一级协调。'],
      ['escalated city', '协调层级 市级'],
      { computes: ['the agenda of the next meeting', '下次会议的议题'] },
    ),
    blocks: member(
      refs('item'),
      'Holds up',
      ['The milestones or tasks that it holds up.', '影响到的节点或任务。'],
      ['blocks piling', '影响 桩基'],
      { computes: ['what an issue holds up', '问题影响的后续工作'] },
    ),
    field: ownValue,
    tried: member(
      { shape: 'day-and-text' },
      'Tried',
      ['What was tried below, and when, before a meeting was asked.', '提交会议之前，何时在下面做过哪些协调。'],
      ['tried 2026-03-10 "talked to all households"', '已协调 2026年3月10日 "已逐户走访"'],
      { repeats: true },
    ),
  },
} as const;

export const decision = {
  rule: 'Decision',
  kinds: {
    decision: kind(
      'Decision',
      ['name "what was decided"', '名称 "决定事项"'],
      ['What the meeting decided: who does it until when.', '会议作出的决定：谁办、何时办结。'],
      [
        'decision "clear the site" { unit Transport  due 2026-04-30 }',
        '决定 "完成清表" { 责任单位 交通局  期限 2026年4月30日 }',
      ],
    ),
  },
  members: {
    about: member(
      refs('issue', 'item', 'project'),
      'About',
      ['What the decision is about.', '决定涉及的问题、节点或项目。'],
      ['about P007.land', '关于 P007.拆迁'],
    ),
    unit,
    owner,
    support,
    supervisor,
    number: member(
      TEXT,
      'Number',
      ['The number of the decision, as it stands on the slip.', '决定的编号，与督办单上一致。'],
      ['number "(2026) 3"', '编号 "〔2026〕3号"'],
    ),
    revised,
    due: member(
      DATE,
      'Deadline',
      [
        'By when it has to be done. A month or quarter means its last day.',
        '应在何时之前办结。写到月或季度时指其最后一天。',
      ],
      ['due 2026-04-30', '期限 2026年4月30日'],
      { computes: ['decisions that are overdue', '逾期未办的决定'] },
    ),
    done: member(
      DAY,
      'Done',
      ['When it was really done.', '实际办结的日期。'],
      ['done 2026-04-28', '完成 2026年4月28日'],
      { computes: ['which decisions are open', '哪些决定尚未办结'] },
    ),
    evidence: member(
      TEXTS,
      'Evidence',
      ['Paths or addresses of the proof.', '证明材料的路径或网址。'],
      ['evidence "photos/site.jpg"', '佐证 "照片/清表.jpg"'],
      { repeats: true, computes: ['files that are not there', '找不到的文件'] },
    ),
    feedback: member(
      { shape: 'day-and-text' },
      'Feedback',
      ['What was reported back, and when.', '何时反馈了什么。'],
      ['feedback 2026-04-15 "half done"', '反馈 2026年4月15日 "已完成一半"'],
      { repeats: true },
    ),
  },
} as const;

/** Of one rule; what an inspection finds are issues. */
export const meeting = {
  rule: 'Meeting',
  kinds: {
    meeting: kind(
      'Meeting',
      ['name "title"', '名称 "标题"'],
      ['A dispatch meeting: its agenda before, its decisions after.', '一次调度会：会前列议题，会后记决定。'],
      [
        'meeting W14 "Week 14" { date 2026-04-03  chair LiSi  agenda P007 }',
        '会议 第14周 "第14周调度会" { 日期 2026年4月3日  主持 李四  议题 P007 }',
      ],
    ),
    inspection: kind(
      'Inspection',
      ['name "title"', '名称 "标题"'],
      [
        'An inspection: what it finds are issues, what it orders are decisions.',
        '一次督查：发现的是问题，要求整改的是决定。',
      ],
      [
        'inspection spring { date 2026-04-10  issue fence "the fence is open" }',
        '督查 春季督查 { 日期 2026年4月10日  问题 围挡 "围挡不封闭" }',
      ],
    ),
  },
  members: {
    date: member(
      DAY,
      'Date',
      ['The day of the meeting.', '会议或督查的日期。'],
      ['date 2026-04-03', '日期 2026年4月3日'],
    ),
    level: member(
      choice('level'),
      'Level',
      ['The level that the meeting is held at. Left out: the city.', '会议的级别。不写即为市级。'],
      ['level county', '级别 县级'],
      { computes: ['which issues are on its agenda', '哪些问题上会'] },
    ),
    place: member(
      TEXT,
      'Place',
      ['Where it takes place.', '会议地点。'],
      ['place "City hall, room 3"', '地点 "市政府三楼会议室"'],
    ),
    chair: member(ref('person'), 'Chair', ['Who chairs the meeting.', '会议主持人。'], ['chair LiSi', '主持 李四']),
    attend: member(
      refs('person', 'org'),
      'Attending',
      ['People and organisations that take part.', '参会的人员和单位。'],
      ['attend Transport, WangWu', '参会 交通局、王五'],
    ),
    absent: member(
      refs('person', 'org'),
      'Absent',
      ['Who has sent apologies.', '请假的人员和单位。'],
      ['absent Transport', '请假 水利局'],
    ),
    recorder: member(
      ref('person'),
      'Recorder',
      ['Who takes the minutes.', '会议记录人。'],
      ['recorder WangWu', '记录 王五'],
    ),
    text: member(
      TEXT,
      'What was discussed',
      ['What was discussed.', '会议讨论的情况。'],
      ['text "The committee heard the reports of three units."', '情况 "会议听取了三个单位的汇报。"'],
    ),
    agenda: member(
      refs('issue', 'project'),
      'Agenda',
      ['The issues and projects to be discussed.', '要讨论的问题和项目。'],
      ['agenda P007.land, P009', '议题 P007.拆迁、P009'],
      { computes: ['the papers of the meeting', '会议材料'] },
    ),
    decision: inner('decision', decision.kinds.decision, { repeats: true }),
    issue: inner('issue', issue.kinds.issue, { on: ['inspection'], repeats: true }),
  },
  /** What is told first where a member of another kind stands. */
  rather: ['agenda', 'decision'],
} as const;
