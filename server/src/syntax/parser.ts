/**
 * Langium's parser for the grammar, with the recovery that a plan needs: braces pair already (see `nesting.ts`), so
 * what is skipped after a mistake is at most the rest of its line and the block that belongs to it.
 */
import type { IToken, TokenType } from 'chevrotain';
import {
  createDefaultCoreModule,
  createDefaultSharedCoreModule,
  createParser,
  EmptyFileSystem,
  inject,
  type LangiumCoreServices,
  LangiumParser,
  type ParseResult,
} from 'langium';
import { ExpectationProvider } from './expectations.js';
import type { PlanFile } from './generated/ast.js';
import { PlanGeneratedModule, PlanGeneratedSharedModule } from './generated/module.js';
import { PlanLexer, type PlanLexingReport } from './lexer.js';

export interface PlanParseResult extends ParseResult<PlanFile> {
  readonly lexerReport: PlanLexingReport;
}

/** The part of Chevrotain's recovery that is steered here; its methods are protected and made to be overridden. */
interface Recovery {
  SKIP_TOKEN(): IToken;
  canTokenTypeBeInsertedInRecovery(type: TokenType): boolean;
  canTokenTypeBeDeletedInRecovery(type: TokenType): boolean;
  consumeToken(): void;
  LA(howMany: number): IToken;
}

class PlanParser extends LangiumParser {
  constructor(services: LangiumCoreServices) {
    super(services);
    steer(this.wrapper as unknown as Recovery);
  }
}

function steer(recovery: Recovery): void {
  // Braces pair, so inventing one would only end a block early; and dropping a token would hide what was meant by it.
  recovery.canTokenTypeBeInsertedInRecovery = ({ name }) => name !== '{' && name !== '}' && name !== '(';
  recovery.canTokenTypeBeDeletedInRecovery = () => false;
  recovery.SKIP_TOKEN = () => {
    const beginsLine = recovery.LA(1).startLine !== recovery.LA(0).endLine;
    const line = recovery.LA(1).startLine;
    do {
      skipBalanced(recovery);
    } while (beginsLine && recovery.LA(1).startLine === line && !endsBlock(recovery.LA(1)));
    return recovery.LA(1);
  };
}

const endsBlock = (token: IToken): boolean => token.tokenType.name === '}' || token.tokenType.name === 'EOF';

/** One token, or a block from its opening to its closing brace. */
function skipBalanced(recovery: Recovery): void {
  let depth = 0;
  do {
    const { name } = recovery.LA(1).tokenType;
    if (name === 'EOF') return;
    if (name === '{') depth++;
    else if (name === '}') depth--;
    recovery.consumeToken();
  } while (depth > 0);
}

/** Langium's services for the language: made once, they hold no state between texts. */
export function createSyntaxServices(): LangiumCoreServices {
  const shared = inject(createDefaultSharedCoreModule(EmptyFileSystem), PlanGeneratedSharedModule);
  const services = inject(createDefaultCoreModule({ shared }), PlanGeneratedModule, {
    parser: {
      Lexer: () => new PlanLexer(),
      // The tree holds the text as it stands; lowering reads values where it can say what is wrong with them.
      ValueConverter: () => ({ convert: (text: string) => text }),
      ParserConfig: () => ({ recoveryEnabled: true, skipValidations: true, maxLookahead: 2 }),
      ParserErrorMessageProvider: (services: LangiumCoreServices) => new ExpectationProvider(() => services.Grammar),
      LangiumParser: (services: LangiumCoreServices) => {
        const parser = new PlanParser(services);
        createParser(services.Grammar, parser, services.parser.Lexer.definition);
        parser.finalize();
        return parser;
      },
    },
  });
  shared.ServiceRegistry.register(services);
  return services;
}
