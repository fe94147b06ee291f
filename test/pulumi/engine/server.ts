import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { EngineService } from '@pulumi/pulumi/proto/engine_grpc_pb';
import {
  GetRootResourceResponse,
  type LogRequest,
  LogSeverity,
  RequirePulumiVersionResponse,
  type SetRootResourceRequest,
  SetRootResourceResponse,
} from '@pulumi/pulumi/proto/engine_pb';
import { ResourceMonitorService } from '@pulumi/pulumi/proto/resource_grpc_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { answer, type Monitor } from './monitor';
import type { LogMessage } from './resource';

const MAXIMUM_MESSAGE = 400 * 1024 * 1024;
const SEVERITIES: Readonly<Record<LogSeverity, LogMessage['severity']>> = {
  [LogSeverity.DEBUG]: 'debug',
  [LogSeverity.INFO]: 'info',
  [LogSeverity.WARNING]: 'warning',
  [LogSeverity.ERROR]: 'error',
};

export interface Running {
  readonly address: string;
  readonly logs: readonly LogMessage[];
  close(): void;
}

/** Serves the monitor and the engine, for one run of one program, on a port of its own. */
export async function serve(monitor: Monitor): Promise<Running> {
  const logs: LogMessage[] = [];
  const server = new Server({ 'grpc.max_receive_message_length': MAXIMUM_MESSAGE });
  server.addService(ResourceMonitorService, monitor.service());
  server.addService(EngineService, engineService(logs));
  const port = await new Promise<number>((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, bound) =>
      error === null ? resolve(bound) : reject(error),
    );
  });
  return {
    address: `127.0.0.1:${port}`,
    logs,
    close: () => {
      monitor.close();
      server.forceShutdown();
    },
  };
}

function engineService(logs: LogMessage[]): UntypedServiceImplementation {
  let root = '';
  return {
    log: answer((request: LogRequest) => {
      const urn = request.getUrn();
      const text = request.getMessage();
      const severity = SEVERITIES[request.getSeverity()];
      if (severity !== 'debug') logs.push({ severity, text, ...(urn === '' ? {} : { urn }) });
      return new Empty();
    }),
    getRootResource: answer(() => new GetRootResourceResponse().setUrn(root)),
    setRootResource: answer((request: SetRootResourceRequest) => {
      root = request.getUrn();
      return new SetRootResourceResponse();
    }),
    startDebugging: answer(() => new Empty()),
    requirePulumiVersion: answer(() => new RequirePulumiVersionResponse()),
  };
}
