import { Claim, lacking } from '../model/claim';
import { equals, isTrue } from '../model/requirement';
import type { Resource } from '../model/resource';
import { byAlternative } from './network/alternatives';

/**
 * States that an option of an Elastic Beanstalk environment is switched on, by itself or by its saved configuration;
 * all options that are asked for here are off by default.
 */
export function optionIs(environment: Resource, namespace: string, name: string): Claim {
  const own = inList(environment, namespace, name);
  const template = environment.get('TemplateName');
  if (template.isAbsent) return own;
  const saved = byAlternative(template, (value) => {
    if (value.kind === 'absent') return Claim.BREAKS;
    if (value.kind === 'reference') return inList(value.resource, namespace, name);
    return template.states(
      'undetermined',
      { ja: '内容の分からない保存済みの設定', en: 'a saved configuration that is not here' },
      { ja: `${name}がtrueであること`, en: `${name} = true` },
    );
  });
  // What the environment says itself wins.
  return own.or(saved.and(isWritten(environment, namespace, name).not()));
}

function isWritten(holder: Resource, namespace: string, name: string): Claim {
  return holder
    .get('OptionSettings')
    .items()
    .some((item) =>
      item
        .get('Namespace')
        .must(equals(namespace))
        .and(item.get('OptionName').must(equals(name))),
    );
}

function inList(holder: Resource, namespace: string, name: string): Claim {
  const options = holder.get('OptionSettings');
  return options
    .items()
    .some((item) =>
      item
        .get('Namespace')
        .must(equals(namespace))
        .and(item.get('OptionName').must(equals(name)))
        .and(item.get('Value').must(isTrue)),
    )
    .explained(
      options.path,
      lacking({ ja: `trueの${name}なし`, en: `no ${name} of true` }),
      { ja: `${name}がtrueであること`, en: `${name} = true` },
      options.at,
    );
}
