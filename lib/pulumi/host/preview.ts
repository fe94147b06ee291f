import * as pulumi from '@pulumi/pulumi';
import { languageOf } from '../../report/words';
import { UNKNOWN_STRING } from '../wire';
import type { Answer, Message, Monitor, Registered, Registration, Struct } from './monitor';
import { isIdentity, type Placeholders } from './placeholders';
import { type Properties, policyDocument } from './policy-document';

const POLICY_DOCUMENT = 'aws:iam/getPolicyDocument:getPolicyDocument';

/** Messages that hold values, with how these are read and written. */
const WITH_VALUES = {
  registerResourceOutputs: ['getOutputs', 'setOutputs'],
  readResource: ['getProperties', 'setProperties'],
  call: ['getArgs', 'setArgs'],
} as const;

/**
 * Lets a program see a text in place of each identity that its resources get at deployment only, so that it puts
 * together at a preview what it puts together later: policies most of all. The engine is told as always that these
 * values are not known. Data sources that would be asked with one of them are answered here, or end the preview.
 */
export function previewIdentities(
  monitor: Monitor,
  placeholders: Placeholders,
  outputsOf: (type: string, name: string) => readonly string[],
): void {
  for (const [method, [get, set]] of Object.entries(WITH_VALUES) as [
    keyof typeof WITH_VALUES,
    readonly [string, string],
  ][]) {
    const original = monitor[method].bind(monitor);
    monitor[method] = (request, callback) => {
      hide(request, get, set, placeholders);
      return original(request, callback);
    };
  }
  const invoke = monitor.invoke.bind(monitor);
  monitor.invoke = (request, callback) => {
    const args = valuesOf(request, 'getArgs');
    if (args === undefined || !placeholders.isIn(args.toJavaScript())) return invoke(request, callback);
    return answer(request, args, callback);
  };
  const register = monitor.registerResource.bind(monitor);
  monitor.registerResource = (request, callback) =>
    register(request, (error, response) => {
      if (response !== undefined && response !== null && request.getCustom())
        fill(request, response, placeholders, outputsOf);
      callback(error, response);
    });
}

/** Takes placeholders out of what is said to the engine. */
export function hide(request: object, get: string, set: string, placeholders: Placeholders): void {
  const values = valuesOf(request, get);
  const change = (request as Record<string, unknown>)[set];
  if (values === undefined || typeof change !== 'function') return;
  const hidden = placeholders.hidden(values);
  if (hidden !== values) change.call(request, hidden);
}

function valuesOf(request: object, get: string): Struct | undefined {
  const read = (request as Record<string, unknown>)[get];
  return typeof read === 'function' ? (read.call(request) as Struct | undefined) : undefined;
}

function fill(
  request: Registration,
  response: Registered,
  placeholders: Placeholders,
  outputsOf: (type: string, name: string) => readonly string[],
): void {
  const object = response.getObject();
  if (object === undefined || response.setObject === undefined || response.setId === undefined) return;
  const urn = response.getUrn();
  if (response.getId() === '' || response.getId() === UNKNOWN_STRING)
    response.setId(placeholders.for(urn, 'id'));
  const values = object.toJavaScript() as Record<string, unknown>;
  const open = outputsOf(request.getType(), request.getName()).filter(
    (output) =>
      output !== 'id' &&
      isIdentity(output) &&
      (values[output] === undefined || values[output] === UNKNOWN_STRING),
  );
  const filled = {
    ...values,
    ...Object.fromEntries(open.map((output) => [output, placeholders.for(urn, output)])),
  };
  response.setObject(structLike(object, filled));
}

/** Answers a data source that is asked with what is not known. */
function answer(request: Message, args: Struct, callback: Answer<unknown>): unknown {
  const token = request.getTok?.() ?? '';
  if (token === POLICY_DOCUMENT) {
    const result = structLike(args, policyDocument(args.toJavaScript() as Properties));
    return callback(null, {
      getReturn: () => result,
      getFailuresList: () => [],
      getReturndependenciesMap: () => new Map(),
    });
  }
  const text = {
    ja: `データソース${token}の引数に、配備後に定まる値があります。enforcePolicy({ placeholders: false })とすると、値が定まるまで呼び出されません`,
    en: `the data source ${token} is asked with a value that is known after deployment only; with enforcePolicy({ placeholders: false }) it is not asked before the value is known`,
  };
  return callback(new pulumi.RunError(text[languageOf(process.env)]));
}

function structLike(struct: Struct, values: object): Struct {
  return (struct.constructor as unknown as { fromJavaScript(values: object): Struct }).fromJavaScript(values);
}
