using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Ssm;

/// <summary>AWS Systems Manager, Parameter Store only.</summary>
internal static class SsmRegistration
{
    public static IServiceCollection AddSsm(this IServiceCollection services) => services
        .AddSingleton<ParameterStore>()
        .AddSingleton<IAwsService>(provider =>
        {
            var store = provider.GetRequiredService<ParameterStore>();
            var json = SsmJsonContext.Default;
            return new AwsJsonService("ssm", "AmazonSSM").Map(
                "GetParameter",
                json.GetParameterRequest,
                json.GetParameterResponse,
                (request, _) => ValueTask.FromResult(GetParameter.Handle(request, store)));
        });
}
