/**
 * What changed between two states of the files (semantics §5): they are compared by what they say, not by their lines. A
 * thing is itself whatever it is called, so that a register numbered anew has not lost its projects.
 */
import type { Keyword } from '../../../../grammar/keywords.js';
import type {
  DecisionFacts,
  Declaration,
  Declared,
  Entity,
  IssueFacts,
  ItemFacts,
  MeetingFacts,
  ProjectFacts,
  Ref,
} from '../../model/facts.js';
import { type DeclarationKind, itemsOf, type Plan } from '../../model/plan.js';
import type { Change, Subject } from './change.js';
import { deadlineChanges, type Tracked } from './deadline-changes.js';
import { frameChanges } from './frame-changes.js';
import { DECISION, ISSUE, MEETING, ORG, PERSON, TAXONOMY } from './other-statements.js';
import { pairs, type Traits } from './pairing.js';
import { ITEM, PROJECT } from './project-statements.js';
import { reportChanges, reviewChanges } from './report-changes.js';
import { stated } from './stated-value.js';
import { type Said, statementChanges, type Whole } from './statement-changes.js';
import { type Side, type Statement, statementsOf, type Topic } from './statements.js';
import { isUnreadIn, type Placed } from './unread-text.js';

/** The kinds that are compared statement by statement, before those that refer to them. */
const FRAME_KINDS = ['org', 'person', 'category', 'area', 'batch', 'tag'] as const;

/** Every change from `base` to `head`, by things in the order of the head, what is gone behind them. */
export function changesBetween(base: Plan, head: Plan): readonly Change[] {
  return new Comparison(base, head).changes();
}

interface Named extends Pick<Declared, 'id' | 'name' | 'title' | 'at' | 'stated'> {}

class Comparison {
  /** What a thing of the base is in the head. */
  readonly #became = new Map<Entity, Entity>();
  readonly #ids = new Map<Entity, string>();
  readonly #otherwise = new Map<string, boolean>();
  readonly #base: Side;
  readonly #head: Side;
  readonly #changes: Change[] = [];

  constructor(base: Plan, head: Plan) {
    this.#head = { plan: head, identity: (entity) => identityOf(entity) };
    this.#base = {
      plan: base,
      identity: (entity) => {
        const known = this.#ids.get(entity);
        if (known !== undefined) return known;
        const now = this.#became.get(entity);
        // What has not been met in the head so far may still be.
        if (now === undefined) return `gone ${identityOf(entity)}`;
        const id = identityOf(now);
        this.#ids.set(entity, id);
        return id;
      },
    };
  }

  changes(): readonly Change[] {
    for (const kind of ['calendar', 'policy', 'portfolio', 'view'] as const) this.#match(kind, () => []);
    for (const kind of FRAME_KINDS) this.#match(kind, (thing, side) => this.#statements(thing, side));
    this.#match(
      'project',
      (project, side) => this.#projectContent(project, side),
      (project) => project.alias.map(({ text }) => text),
    );
    for (const [before, after] of this.#pairs('project')) this.#matchInside(before, after);
    this.#match('meeting', (meeting, side) => [
      ...lines(statementsOf(MEETING, meeting, side)),
      ...meeting.decisions.map(({ text }) => text.text),
    ]);
    for (const [before, after] of this.#pairs('meeting')) this.#matchIssues(before.issues, after.issues);

    this.#frame();
    this.#projects();
    this.#meetings();
    return this.#changes;
  }

  // ---------------------------------------------------------------------------------------------- what is what

  #match<K extends DeclarationKind>(
    kind: K,
    content: (thing: ReturnType<typeof declared<K>>[number], side: Side) => readonly string[],
    aliases?: (thing: ReturnType<typeof declared<K>>[number]) => readonly string[],
  ): void {
    const before = declared(this.#base.plan, kind);
    const after = declared(this.#head.plan, kind);
    const mine = new Set<unknown>(before);
    this.#remember(
      pairs(before, after, {
        kind: (thing) => thing.kind,
        id: (thing) => thing.id,
        title: titleIn,
        content: (thing) => content(thing, mine.has(thing) ? this.#base : this.#head),
        ...(aliases === undefined ? {} : { aliases }),
      }),
    );
  }

  #remember(found: ReadonlyMap<Entity, Entity>): void {
    for (const [before, after] of found) this.#became.set(before, after);
  }

  #pairs<K extends 'project' | 'meeting'>(kind: K) {
    const after = new Set<Entity>(this.#head.plan.all(kind));
    return declared(this.#base.plan, kind).flatMap((before) => {
      const now = this.#became.get(before);
      return now !== undefined && after.has(now) && isOfKind(now, before) ? [[before, now] as const] : [];
    });
  }

  #matchInside(before: ProjectFacts, after: ProjectFacts): void {
    if (before === after) {
      for (const thing of [...itemsOf(before), ...before.issues]) this.#became.set(thing, thing);
      return;
    }
    const inside = (id: string, project: ProjectFacts): string => id.slice(project.id.length);
    const items: Traits<ItemFacts> = {
      kind: () => '',
      id: (item) => inside(item.id, mine.has(item) ? before : after),
      title: (item) => item.title?.text ?? item.name.text,
      content: (item) => {
        const side = mine.has(item) ? this.#base : this.#head;
        return [
          ...lines(statementsOf(ITEM, item, side)),
          ...(item.due === undefined ? [] : [`due ${item.due.period.last}`]),
        ];
      },
    };
    const ours = itemsOf(before);
    const mine = new Set<unknown>(ours);
    this.#remember(pairs(ours, itemsOf(after), items));
    this.#matchIssues(before.issues, after.issues);
  }

  #matchIssues(before: readonly IssueFacts[], after: readonly IssueFacts[]): void {
    if (before === after) {
      for (const issue of before) this.#became.set(issue, issue);
      return;
    }
    const mine = new Set<unknown>(before);
    this.#remember(
      pairs(before, after, {
        kind: () => '',
        id: (issue) => issue.name.text,
        title: (issue) => issue.title?.text,
        content: (issue) => lines(statementsOf(ISSUE, issue, mine.has(issue) ? this.#base : this.#head)),
      }),
    );
  }

  #statements(thing: Declaration, side: Side): readonly string[] {
    return lines(frameStatements(thing, side));
  }

  #projectContent(project: ProjectFacts, side: Side): readonly string[] {
    return [
      ...lines(statementsOf(PROJECT, project, side)),
      ...project.items.map(({ name, due }) => `${name.text} ${due?.period.last ?? ''}`),
      ...project.reports.map(({ day, invested }) => `${day} ${invested?.value.amount ?? ''}`),
      ...project.issues.map(({ name, title }) => `${name.text} ${title?.text ?? ''}`),
    ];
  }

  // ---------------------------------------------------------------------------------------------- what changed

  #frame(): void {
    for (const kind of FRAME_KINDS) {
      const topic: Topic = kind === 'org' || kind === 'person' ? 'people' : 'other';
      this.#each(declared(this.#base.plan, kind), declared(this.#head.plan, kind), (before, after) => {
        this.#whole(topic, before, after, undefined);
        if (before === undefined || after === undefined) return;
        this.#compare(wholeOf(after), undefined, before, after, (thing, side) => frameStatements(thing, side));
        if (before.kind === 'org' && after.kind === 'org') {
          this.#changes.push(...reviewChanges(before, after, subjectOf(after), undefined, this.#base, this.#head));
        }
      });
    }
    for (const kind of ['portfolio', 'calendar', 'policy', 'view'] as const) {
      this.#each(declared(this.#base.plan, kind), declared(this.#head.plan, kind), (before, after) => {
        this.#whole('other', before, after, undefined);
        if (before !== undefined && after !== undefined) {
          this.#changes.push(...frameChanges(before, after, subjectOf(after)));
        }
      });
    }
  }

  #projects(): void {
    this.#each(declared(this.#base.plan, 'project'), declared(this.#head.plan, 'project'), (before, after) => {
      const project = subjectOf(after ?? before);
      this.#whole('pool', before, after, project, before !== undefined && hasHistory(before));
      if (before === undefined || after === undefined) return;
      this.#compare(
        wholeOf(after),
        project,
        before,
        after,
        (thing, side) => statementsOf(PROJECT, thing, side),
        partsOfProject,
      );
      this.#each(itemsOf(before), itemsOf(after), (was, is) => this.#item(was, is, project, after));
      this.#each(before.issues, after.issues, (was, is) => this.#issue(was, is, project, after));
      this.#changes.push(...reportChanges(before, after, project, this.#base, this.#head));
      this.#changes.push(...reviewChanges(before, after, project, project, this.#base, this.#head));
    });
  }

  #item(before: ItemFacts | undefined, after: ItemFacts | undefined, project: Subject, now: ProjectFacts): void {
    const whole = this.#whole('schedule', before, after, project, before !== undefined && happenedTo(before), now);
    if (before !== undefined && after !== undefined) {
      this.#compare(
        whole,
        project,
        before,
        after,
        (thing, side) => statementsOf(ITEM, thing, side),
        ({ items }) => items,
      );
      this.#deadline(whole, project, { ...before, block: 'item' }, { ...after, block: 'item' });
    }
  }

  #issue(
    before: IssueFacts | undefined,
    after: IssueFacts | undefined,
    project: Subject | undefined,
    now: ProjectFacts | MeetingFacts,
  ): void {
    const whole = this.#whole('issues', before, after, project, before?.resolved !== undefined, now);
    if (before !== undefined && after !== undefined) {
      this.#compare(whole, project, before, after, (thing, side) => statementsOf(ISSUE, thing, side));
      this.#deadline(whole, project, { ...before, block: 'issue' }, { ...after, block: 'issue' });
    }
  }

  #meetings(): void {
    this.#each(declared(this.#base.plan, 'meeting'), declared(this.#head.plan, 'meeting'), (before, after) => {
      const isHistory = before?.decisions.some(({ done }) => done !== undefined) === true;
      this.#whole('decisions', before, after, undefined, isHistory);
      if (before === undefined || after === undefined) return;
      this.#compare(
        wholeOf(after),
        undefined,
        before,
        after,
        (thing, side) => statementsOf(MEETING, thing, side),
        ({ decisions, issues }) => [...decisions, ...issues],
      );
      this.#each(before.issues, after.issues, (was, is) => this.#issue(was, is, undefined, after));
      this.#decisions(before, after);
    });
  }

  #decisions(before: MeetingFacts, after: MeetingFacts): void {
    const mine = new Set<unknown>(before.decisions);
    const found = pairs(before.decisions, after.decisions, {
      kind: () => '',
      // A decision without a name has its place for one, which another may have taken.
      id: (decision) => decision.name?.text ?? decision.number?.text ?? decision.text.text,
      title: ({ text }) => text.text,
      aliases: ({ number }) => (number === undefined ? [] : [number.text]),
      content: (decision) => lines(statementsOf(DECISION, decision, mine.has(decision) ? this.#base : this.#head)),
    });
    const back = new Map([...found].map(([was, is]) => [is, was]));
    for (const is of after.decisions) this.#decision(back.get(is), is, after);
    for (const was of before.decisions) if (!found.has(was)) this.#decision(was, undefined, after);
  }

  #decision(before: DecisionFacts | undefined, after: DecisionFacts | undefined, meeting: MeetingFacts): void {
    const there = after ?? before;
    if (there === undefined) return;
    const subject: Subject = { kind: 'decision', id: there.id, title: there.text.text };
    const whole: Whole = { subject, at: after?.keywordAt ?? meeting.name.at };
    if (before === undefined || after === undefined) {
      this.#push('decisions', before === undefined ? 'added' : 'gone', whole, undefined, {
        ...(before?.done === undefined || this.#mayHold(meeting) ? {} : { history: 'rewritten' }),
        ...(before === undefined ? {} : { baseAt: before.at }),
      });
      return;
    }
    if (before.text.text !== after.text.text) {
      this.#push('decisions', 'renamed', whole, undefined, {
        before: stated.text(before.text.text),
        after: stated.text(after.text.text),
        baseAt: before.text.at,
        headAt: after.text.at,
      });
    }
    this.#compare(whole, undefined, before, after, (thing, side) => statementsOf(DECISION, thing, side));
    this.#deadline(whole, undefined, { ...before, block: 'decision' }, { ...after, block: 'decision' });
  }

  #deadline(whole: Whole, project: Subject | undefined, before: Tracked, after: Tracked): void {
    this.#changes.push(...deadlineChanges(whole, project, before, after, this.#head.plan));
  }

  /** Each thing of the head with what it was, then what is gone. */
  #each<T extends Entity>(
    before: readonly T[],
    after: readonly T[],
    visit: (before: T | undefined, after: T | undefined) => void,
  ): void {
    const was = new Map<Entity, T>();
    for (const thing of before) {
      const now = this.#became.get(thing);
      if (now !== undefined) was.set(now, thing);
    }
    for (const thing of after) {
      const mine = was.get(thing);
      if (mine !== thing || this.#standsForOthers(thing.at.file)) visit(mine, thing);
    }
    for (const thing of before) if (!this.#became.has(thing)) visit(thing, undefined);
  }

  /** Whether a name in a file that both states have means something else now: then what says the same says another thing. */
  #standsForOthers(file: string): boolean {
    let does = this.#otherwise.get(file);
    if (does === undefined) {
      const meant = (name: Ref, { plan, identity }: Side): string | undefined => {
        const entity = plan.resolve(name);
        return entity && identity(entity);
      };
      const names = this.#head.plan.file(file)?.refs ?? [];
      does = names.some((name) => meant(name, this.#base) !== meant(name, this.#head));
      this.#otherwise.set(file, does);
    }
    return does;
  }

  /** Whether what is missed in a block of the head may stand there and cannot be read: then nobody has taken it out. */
  #mayHold(block: Placed | undefined): boolean {
    return block !== undefined && isUnreadIn(block, this.#head.plan);
  }

  /** That a thing came, went or is called otherwise. */
  #whole(
    topic: Topic,
    before: (Named & { readonly kind: Keyword }) | undefined,
    after: (Named & { readonly kind: Keyword }) | undefined,
    project: Subject | undefined,
    isHistory = false,
    missedIn?: Pick<Named, 'at' | 'name'>,
  ): Whole {
    const there = after ?? before;
    if (there === undefined) throw new Error('neither state has it');
    const whole: Whole = {
      subject: subjectOf(there),
      ...(after === undefined ? (missedIn === undefined ? {} : { at: missedIn.name.at }) : { at: after.name.at }),
    };
    if (before === undefined) this.#push(topic, 'added', whole, project, {});
    else if (after === undefined) {
      this.#push(topic, 'gone', whole, project, {
        baseAt: before.at,
        ...(isHistory && !this.#mayHold(missedIn) ? { history: 'rewritten' } : {}),
      });
    } else {
      // The path of what lies in something that was renamed is no name of its own.
      const [was, is] = [before.name.text, after.name.text];
      const [wasCalled, isCalled] = [before.title?.text, after.title?.text];
      if (was !== is || wasCalled !== isCalled) {
        this.#push(topic === 'schedule' || topic === 'pool' ? 'other' : topic, 'renamed', whole, project, {
          before: called(was === is ? undefined : was, wasCalled === isCalled ? undefined : (wasCalled ?? '')),
          after: called(was === is ? undefined : is, wasCalled === isCalled ? undefined : (isCalled ?? '')),
          baseAt: before.name.at,
          headAt: after.name.at,
        });
      }
    }
    return whole;
  }

  #compare<T extends Pick<Declared, 'at' | 'stated'>>(
    whole: Whole,
    project: Subject | undefined,
    before: T,
    after: T,
    statements: (thing: T, side: Side) => readonly Statement[],
    partsOf: (thing: T) => readonly Placed[] = () => [],
  ): void {
    const said = (thing: T, side: Side): Said => ({
      statements: statements(thing, side),
      stated: thing.stated,
      isUnread: () => isUnreadIn(thing, side.plan, partsOf(thing)),
    });
    this.#changes.push(...statementChanges(whole, project, said(before, this.#base), said(after, this.#head)));
  }

  #push(
    topic: Topic,
    what: Change['what'],
    { subject, at }: Whole,
    project: Subject | undefined,
    more: Partial<Change>,
  ): void {
    this.#changes.push({
      topic,
      what,
      subject,
      ...(project === undefined ? {} : { project }),
      ...(at === undefined ? {} : { headAt: at }),
      ...more,
    });
  }
}

function partsOfProject({ items, issues, reports, reviews }: ProjectFacts): readonly Placed[] {
  return [...items, ...issues, ...reports, ...reviews];
}

function declared<K extends DeclarationKind>(plan: Plan, kind: K) {
  return plan.all(kind);
}

function identityOf(entity: Entity): string {
  const kind =
    entity.kind === 'milestone' || entity.kind === 'task' || entity.kind === 'approval' ? 'item' : entity.kind;
  return `${kind} ${entity.id}`;
}

function isOfKind<T extends Declaration>(entity: Entity, like: T): entity is T {
  return 'name' in entity && (entity.kind === like.kind || (isMeeting(entity) && isMeeting(like)));
}

function isMeeting({ kind }: Entity): boolean {
  return kind === 'meeting' || kind === 'inspection';
}

function titleIn(thing: Pick<Declared, 'title'>): string | undefined {
  return thing.title?.text;
}

function subjectOf(thing: (Pick<Named, 'id' | 'name' | 'title'> & { readonly kind: Keyword }) | undefined): Subject {
  if (thing === undefined) throw new Error('neither state has it');
  return { kind: thing.kind, id: thing.id, title: thing.title?.text ?? thing.name.text };
}

function wholeOf(thing: Named & { readonly kind: Keyword }): Whole {
  return { subject: subjectOf(thing), at: thing.name.at };
}

function called(name: string | undefined, title: string | undefined) {
  return stated.several([
    name === undefined ? undefined : stated.names([name]),
    title === undefined ? undefined : stated.text(title),
  ]);
}

function lines(statements: readonly Statement[]): readonly string[] {
  return statements.map(({ key, value, same }) => `${key} ${same ?? JSON.stringify(value)}`);
}

function frameStatements(thing: Declaration, side: Side): readonly Statement[] {
  switch (thing.kind) {
    case 'org':
      return statementsOf(ORG, thing, side);
    case 'person':
      return statementsOf(PERSON, thing, side);
    case 'category':
    case 'area':
    case 'batch':
    case 'tag':
      return statementsOf(TAXONOMY, thing, side);
    default:
      return [];
  }
}

/** Whether something has happened to it that would be lost with it. */
function hasHistory(project: ProjectFacts): boolean {
  return (
    project.reports.length > 0 ||
    project.actualStart !== undefined ||
    project.actualFinish !== undefined ||
    itemsOf(project).some(happenedTo) ||
    project.issues.some(({ resolved }) => resolved !== undefined)
  );
}

/** Of the item itself; what lies in it is looked at for itself. */
function happenedTo({ done, started, progress }: ItemFacts): boolean {
  return done !== undefined || started !== undefined || progress.some(({ on }) => on !== undefined);
}
