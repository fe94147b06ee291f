import * as pulumi from '@pulumi/pulumi';

/** What is read here of the configuration of the stack: of the providers, and marks. */
export function configurationOf(): Readonly<Record<string, string>> {
  const all: Readonly<Record<string, string>> = pulumi.runtime.allConfig();
  return Object.fromEntries(Object.entries(all).filter(([key]) => /^(aws|aws-native|jichitai):/.test(key)));
}
