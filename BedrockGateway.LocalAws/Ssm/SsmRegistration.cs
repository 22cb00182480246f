using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Ssm;

/// <summary>AWS Systems Manager, Parameter Store only.</summary>
internal static class SsmRegistration
{
    public static IServiceCollection AddSsm(this IServiceCollection services) => services
        .AddSingleton<ParameterStore>()
        .AddSingleton<IResourceHandler, ParameterHandler>()
        .AddSingleton<IAwsService>(provider =>
        {
            var store = provider.GetRequiredService<ParameterStore>();
            var options = provider.GetRequiredService<LocalAwsOptions>();
            var json = SsmJsonContext.Default;
            return new AwsJsonService("ssm", "AmazonSSM")
                .Map(
                    "DeleteParameter",
                    json.DeleteParameterRequest,
                    json.DeleteParameterResponse,
                    (request, _) => ValueTask.FromResult(DeleteParameter.Handle(request, store)))
                .Map(
                    "GetParameter",
                    json.GetParameterRequest,
                    json.GetParameterResponse,
                    (request, _) => ValueTask.FromResult(GetParameter.Handle(request, store, options)))
                .Map(
                    "GetParameters",
                    json.GetParametersRequest,
                    json.GetParametersResponse,
                    (request, _) => ValueTask.FromResult(GetParameters.Handle(request, store, options)))
                .Map(
                    "PutParameter",
                    json.PutParameterRequest,
                    json.PutParameterResponse,
                    (request, _) => ValueTask.FromResult(PutParameter.Handle(request, store)));
        });
}
