import { Tag } from "@/components/ui/tag";
import { type FieldLine, fieldLines, type JsonSchema, typeWords } from "./schema";

type Content = { readonly content?: { readonly "application/json"?: { readonly schema: JsonSchema } } };

/** One call as the OpenAPI document has it. */
export type DescribedOperation = {
  readonly operationId: string;
  readonly summary: string;
  readonly security: readonly { readonly token?: readonly string[] }[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: Content;
  readonly responses: { readonly [status: string]: Content & { readonly description: string } };
};

const schemaOf = (content: Content | undefined): JsonSchema | null =>
  content?.content?.["application/json"]?.schema ?? null;

const sameSchema = (one: JsonSchema | null, other: JsonSchema | null): boolean =>
  one !== null && other !== null && JSON.stringify(one) === JSON.stringify(other);

const Fields = ({ lines, optional = true }: { lines: readonly FieldLine[]; optional?: boolean }) => (
  <ul className="grid gap-1 text-13">
    {lines.map(({ path, depth, name, required, type, otherwise, or }) => (
      <li key={path} className="min-w-0 break-words" style={{ paddingLeft: `${depth * 20}px` }}>
        {or && <span className="block text-ink-3">or</span>}
        <code className="font-semibold">{name}</code>
        {optional && !required && <span className="text-ink-3"> optional</span>}{" "}
        <span className="text-ink-2">
          {type}
          {otherwise !== null && otherwise !== "" && `; ${otherwise} unless told`}
        </span>
      </li>
    ))}
  </ul>
);

const Part = ({ title, children }: { title: string; children: React.ReactNode }) => (
  <div className="grid gap-1.5">
    <h4 className="font-medium text-12 text-ink-3">{title}</h4>
    {children}
  </div>
);

const accessWords = (security: DescribedOperation["security"]): string => {
  if (security.length === 0) return "Open to everybody";
  const scopes = security.flatMap(({ token }) => token ?? []);
  return scopes.length === 0 ? "Signed-in browser" : scopes.join(", ");
};

/** What one call takes and gives. */
export const OperationCard = ({
  method,
  path,
  operation,
}: {
  method: string;
  path: string;
  operation: DescribedOperation;
}) => {
  const body = schemaOf(operation.requestBody);
  const answers = Object.entries(operation.responses);
  const good = answers.filter(([status]) => status < "300" || path === "/ready");
  const refusals = answers.filter((answer) => !good.includes(answer));
  return (
    <details id={operation.operationId} className="group border-line border-t first:border-t-0">
      <summary className="grid list-none grid-cols-[64px_minmax(0,1fr)] items-baseline gap-x-3 px-5 py-3 hover:bg-hover phone:px-4">
        <span className="font-semibold text-12 uppercase">{method}</span>
        <h3 className="min-w-0">
          <code className="break-all font-semibold">{path}</code>
          <span className="block font-normal text-13 text-ink-2">{operation.summary}</span>
        </h3>
      </summary>
      <div className="grid gap-5 px-5 pt-1 pb-5 md:pl-[96px] phone:px-4">
        <p>
          <Tag>{accessWords(operation.security)}</Tag>
        </p>
        {operation.parameters.length > 0 && (
          <Part title="Parameters">
            <Fields
              lines={operation.parameters.map(({ name, in: place, required, schema }) => ({
                path: name,
                depth: 0,
                name,
                required,
                type: `in the ${place}: ${typeWords(schema)}`,
                otherwise: place === "path" || schema.default === undefined ? null : String(schema.default),
                or: false,
              }))}
            />
          </Part>
        )}
        {body && (
          <Part title="Body">
            <Fields lines={fieldLines(body)} />
          </Part>
        )}
        {good.map(([status, answer], index) => {
          const schema = schemaOf(answer);
          const before = good.slice(0, index).find(([, other]) => sameSchema(schemaOf(other), schema));
          return (
            <Part key={status} title={`${status} · ${answer.description}`}>
              {before ? (
                <p className="text-13 text-ink-2">The same as with {before[0]}.</p>
              ) : schema ? (
                <Fields lines={fieldLines(schema)} optional={false} />
              ) : (
                <p className="text-13 text-ink-2">No body.</p>
              )}
            </Part>
          );
        })}
        <Part title="Refusals">
          <ul className="grid gap-1 text-13 text-ink-2">
            {refusals.map(([status, { description }]) => (
              <li key={status}>
                <span className="font-semibold text-ink">{status}</span> {description.replaceAll("`", "")}
              </li>
            ))}
          </ul>
        </Part>
      </div>
    </details>
  );
};
