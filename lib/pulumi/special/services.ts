import { type Made, put } from '../paths';
import { derived, isInputs, type PulumiValue } from '../resource';
import type { Special } from '../special';

/** The last item of a list, to which a resource has just added what the table says. */
function lastOf(made: Made, list: string): Made {
  if (!Array.isArray(made[list])) made[list] = [{}];
  return (made[list] as Made[]).at(-1) as Made;
}

/** What the tables cannot say of single services. */
export const SERVICES_SPECIAL: Readonly<Record<string, Special>> = {
  /** Path and method of settings stand in one text: an asterisk each for all, or a path without its first slash and a method. */
  methodPath: (made, inputs, written) => {
    const path = inputs['methodPath'];
    const item = lastOf(made, 'MethodSettings');
    if (typeof path !== 'string') {
      for (const name of ['ResourcePath', 'HttpMethod']) item[name] = written(derived(path), 'methodPath');
      return [];
    }
    const parts = path.split('/');
    item['HttpMethod'] = parts.pop() ?? '*';
    item['ResourcePath'] = `/${parts.filter((part) => part !== '').join('/')}`;
    return [];
  },
  /** Settings of routes are listed by the package, and a map in CloudFormation. */
  routeSettings: (made, inputs, written) => {
    const settings = inputs['routeSettings'];
    if (!Array.isArray(settings)) return [];
    const map: Made = {};
    for (const item of settings as readonly PulumiValue[]) {
      if (!isInputs(item) || typeof item['routeKey'] !== 'string') continue;
      const { routeKey, ...others } = item;
      map[routeKey as string] = Object.fromEntries(
        Object.entries(others).map(([name, value]) => [
          name.slice(0, 1).toUpperCase() + name.slice(1),
          written(value, name),
        ]),
      );
    }
    put(made, 'RouteSettings', [], map);
    return [];
  },
  /** A group of rules that is put into a web ACL acts by its own actions unless it is told to count. */
  ruleGroupOverride: (made, inputs) => {
    lastOf(made, 'Rules')['OverrideAction'] =
      inputs['overrideAction'] === 'count' ? { Count: {} } : { None: {} };
    return [];
  },
};
