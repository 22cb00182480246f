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
            return new AwsJsonService("ssm", "AmazonSSM", () => Map(store, options));
        });

    private static AwsJsonOperations Map(ParameterStore store, LocalAwsOptions options)
    {
        var json = SsmJsonContext.Default;
        return new AwsJsonOperations()
            .Map(
                "DeleteParameter",
                json.DeleteParameterRequest,
                json.DeleteParameterResponse,
                request => DeleteParameter.Handle(request, store))
            .Map(
                "GetParameter",
                json.GetParameterRequest,
                json.GetParameterResponse,
                request => GetParameter.Handle(request, store, options))
            .Map(
                "GetParameters",
                json.GetParametersRequest,
                json.GetParametersResponse,
                request => GetParameters.Handle(request, store, options))
            .Map(
                "PutParameter",
                json.PutParameterRequest,
                json.PutParameterResponse,
                request => PutParameter.Handle(request, store));
    }
}
