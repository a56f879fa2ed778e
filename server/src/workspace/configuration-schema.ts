/** The JSON Schema of `planwright.json`, for editors: it proposes every rule and says what it finds. */
import * as z from 'zod';
import { RULES } from '../analysis/checks/index.js';
import { configurationSchema } from './configuration-reading.js';

export function configurationJsonSchema(): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(configurationSchema, {
    target: 'draft-7',
    io: 'input',
    override: ({ zodSchema, jsonSchema }) => {
      if (zodSchema instanceof z.ZodRecord) {
        const severity = jsonSchema.additionalProperties;
        if (severity === undefined) return;
        jsonSchema.properties = Object.fromEntries(
          names().map(([name, description]) => [name, described(severity, description)]),
        );
        // A name that is none is a mistake there, as it is to the command.
        jsonSchema.additionalProperties = false;
        delete jsonSchema.propertyNames;
      }
    },
  });
}

function described(schema: z.core.JSONSchema._JSONSchema, description: string): z.core.JSONSchema.BaseSchema {
  return { ...(typeof schema === 'boolean' ? {} : schema), description };
}

/** Rules and families. */
function names(): readonly (readonly [string, string])[] {
  const rules = [...RULES].sort((a, b) => (a.code < b.code ? -1 : 1));
  const families = [...new Set(rules.map(({ code }) => `${code.split('/')[0]}/*`))];
  return [
    ...families.map((family) => [family, `All rules of '${family.slice(0, -2)}'. 该族的全部规则。`] as const),
    ...rules.map(({ code, title }) => [code, `${title.en}. ${title.zh}。`] as const),
  ];
}
