using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Lambda.Debugging;
using BedrockGateway.LocalAws.Lambda.Deployed;
using BedrockGateway.LocalAws.Lambda.Functions;
using BedrockGateway.LocalAws.Lambda.Journal;
using BedrockGateway.LocalAws.Lambda.Operations;
using BedrockGateway.LocalAws.Lambda.Resources;
using BedrockGateway.LocalAws.Lambda.RuntimeApi;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Lambda;

/// <summary>AWS Lambda: functions whose code runs in processes that poll.</summary>
internal static class LambdaRegistration
{
    public static IServiceCollection AddLambda(this IServiceCollection services) => services
        .AddSingleton<DeadlineClock>()
        .AddSingleton<FunctionDebuggers>()
        .AddSingleton<FunctionStore>()
        .AddSingleton<RuntimeApiStore>()
        .AddSingleton<InvocationJournal>()
        .AddSingleton<FunctionLogStore>()
        .AddSingleton<LambdaInvoker>()
        .AddSingleton<ILambdaInvoker>(provider => provider.GetRequiredService<LambdaInvoker>())
        .AddSingleton<IStreamingInvoker>(provider => provider.GetRequiredService<LambdaInvoker>())
        .AddSingleton<AsyncInvoker>()
        .AddSingleton<Invoke>().AddSingleton<InvokeWithResponseStream>()
        .AddSingleton<FunctionEnvironment>()
        .AddSingleton<PackageSource>()
        .AddSingleton<IResourceHandler, FunctionHandler>()
        .AddSingleton<IResourceHandler, PermissionHandler>()
        .AddSingleton<IResourceHandler, VersionHandler>()
        .AddSingleton<IResourceHandler, AliasHandler>()
        .AddSingleton<IAwsService>(provider =>
        {
            var functions = provider.GetRequiredService<FunctionStore>();
            const string Functions = "/2015-03-31/functions";
            return new RestJsonService("lambda", "lambda")
                .Map("Invoke", "POST", $"{Functions}/{{FunctionName}}/invocations",
                    provider.GetRequiredService<Invoke>().HandleAsync)
                .Map("InvokeWithResponseStream", "POST",
                    "/2021-11-15/functions/{FunctionName}/response-streaming-invocations",
                    provider.GetRequiredService<InvokeWithResponseStream>().HandleAsync)
                .Map("ListFunctions", "GET", Functions,
                    (call, cancellationToken) => ListFunctions.HandleAsync(call, functions, cancellationToken))
                .Map("GetFunction", "GET", $"{Functions}/{{FunctionName}}",
                    (call, cancellationToken) => GetFunction.HandleAsync(call, functions, cancellationToken))
                .Map("GetFunctionConfiguration", "GET", $"{Functions}/{{FunctionName}}/configuration",
                    (call, cancellationToken) =>
                        GetFunctionConfiguration.HandleAsync(call, functions, cancellationToken));
        });
}
