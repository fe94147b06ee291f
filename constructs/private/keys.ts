import { Duration, RemovalPolicy, Token } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/**
 * A customer managed key that rotates every year and outlives its stack:
 * what it encrypted (backups, snapshots, retained stores) can be read only while it exists.
 */
export function customerManagedKey(scope: Construct, id: string, description: string): kms.Key {
  return new kms.Key(scope, id, {
    description,
    enableKeyRotation: true,
    // Thirty days is the longest waiting period, the most time to notice a deletion made in error.
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/**
 * Why a key may not protect the city's data, or `undefined` if nothing known now speaks against it.
 * A key imported by ARN is taken on trust here; the guardrail judges it from the template.
 */
export function keyProblem(key: kms.IKey | undefined): string | undefined {
  if (key === undefined) return undefined;
  const name = [key.keyArn, key.keyId].find(
    (value) => !Token.isUnresolved(value) && value.includes('alias/aws/'),
  );
  if (name !== undefined || isAliasOfAws(key)) {
    return 'must be a customer managed key, but is a key that AWS manages';
  }
  const resource = key.node.defaultChild;
  if (!(resource instanceof kms.CfnKey)) return undefined;
  if (resource.enableKeyRotation !== true) return 'must be a key with `enableKeyRotation: true`';
  if (resource.keySpec !== undefined && resource.keySpec !== kms.KeySpec.SYMMETRIC_DEFAULT) {
    return `must be a key of spec ${kms.KeySpec.SYMMETRIC_DEFAULT}, but is of ${resource.keySpec}`;
  }
  return undefined;
}

function isAliasOfAws(key: kms.IKey): boolean {
  const aliasName = (key as Partial<kms.IAlias>).aliasName;
  return aliasName !== undefined && !Token.isUnresolved(aliasName) && aliasName.startsWith('alias/aws/');
}
