import type { GuardSpace } from './guard';
import type { Template } from './template';
import { ABSENT, known, unknown, type Value } from './value';

/** The value of a pseudo parameter, from what is known of the stack. */
export function pseudoParameter(name: string, template: Template, space: GuardSpace): Value {
  const { stack } = template;
  const open = () =>
    unknown(
      { ja: `擬似パラメータ${name}`, en: `pseudo parameter ${name}` },
      // Region and account are the same for a nested stack as for its parent.
      { variable: space.variable(`${name}\u0000${environmentOf(template, name)}`, name) },
    );
  switch (name) {
    case 'AWS::NoValue':
      return ABSENT;
    case 'AWS::Region':
      return stack.region === undefined ? open() : known(stack.region);
    case 'AWS::AccountId':
      return stack.account === undefined ? open() : known(stack.account);
    case 'AWS::StackName':
      return stack.stackName === undefined ? open() : known(stack.stackName);
    case 'AWS::Partition':
      return known(partitionOf(stack.region));
    case 'AWS::URLSuffix':
      return known(partitionOf(stack.region) === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com');
    default:
      return open();
  }
}

/**
 * Regions that the policy allows (9.2(2)③(エ)) are all in the partition `aws`, so a template that does not say
 * where it goes is read as going there: a stack elsewhere is a violation by itself.
 */
function partitionOf(region: string | undefined): string {
  if (region?.startsWith('cn-')) return 'aws-cn';
  if (region?.startsWith('us-gov-')) return 'aws-us-gov';
  return 'aws';
}

/** Tells accounts and regions apart: of two templates for which nothing is said, those that need not go together. */
export function environmentKey(template: Template): string {
  const { account, region } = template.stack;
  const top = environmentOf(template, 'AWS::Region');
  return JSON.stringify([account ?? top, region ?? top]);
}

function environmentOf(template: Template, name: string): string {
  if (name === 'AWS::Region' || name === 'AWS::AccountId') {
    let top = template;
    while (top.parent !== undefined) top = top.parent.template;
    return top.key;
  }
  return template.key;
}
