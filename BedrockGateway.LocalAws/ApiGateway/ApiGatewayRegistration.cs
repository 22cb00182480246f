using BedrockGateway.LocalAws.ApiGateway.Control;
using BedrockGateway.LocalAws.ApiGateway.DataPlane;
using BedrockGateway.LocalAws.ApiGateway.DataPlane.Integrations;
using BedrockGateway.LocalAws.ApiGateway.DataPlane.Steps;
using BedrockGateway.LocalAws.ApiGateway.Limits;
using BedrockGateway.LocalAws.ApiGateway.Resources;
using BedrockGateway.LocalAws.ApiGateway.State;
using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.ApiGateway;

/// <summary>
/// API Gateway, REST APIs: keys, plans and reads at the edge, resources for CloudFormation, and the data plane.
/// </summary>
internal static class ApiGatewayRegistration
{
    public static IServiceCollection AddApiGateway(this IServiceCollection services)
    {
        services
            .AddSingleton<RestApiStore>().AddSingleton<ApiKeyStore>().AddSingleton<UsagePlanStore>()
            .AddSingleton<CustomDomainStore>().AddSingleton<AccountSettings>()
            .AddSingleton<BucketStore>().AddSingleton<UsageStore>().AddSingleton<ControlRates>();
        services
            .AddSingleton<CallerKeys>()
            .AddSingleton<Authorize>().AddSingleton<CheckUsagePlan>().AddSingleton<ThrottleStage>()
            .AddSingleton<LambdaProxyClient>().AddSingleton<StreamedProxyClient>().AddSingleton<Integrate>()
            .AddSingleton<RequestPipeline>().AddSingleton<AccessLog>()
            .AddSingleton<GatewayAddress>().AddSingleton<GatewayRouter>();
        services
            .AddSingleton<IResourceHandler, AccountHandler>()
            .AddSingleton<IResourceHandler, ApiKeyHandler>()
            .AddSingleton<IResourceHandler, AuthorizerHandler>()
            .AddSingleton<IResourceHandler, BasePathMappingHandler>()
            .AddSingleton<IResourceHandler, DeploymentHandler>()
            .AddSingleton<IResourceHandler, DomainNameHandler>()
            .AddSingleton<IResourceHandler, GatewayResponseHandler>()
            .AddSingleton<IResourceHandler, MethodHandler>()
            .AddSingleton<IResourceHandler, ModelHandler>()
            .AddSingleton<IResourceHandler, RequestValidatorHandler>()
            .AddSingleton<IResourceHandler, ResourceHandler>()
            .AddSingleton<IResourceHandler, RestApiHandler>()
            .AddSingleton<IResourceHandler, StageHandler>()
            .AddSingleton<IResourceHandler, UsagePlanHandler>()
            .AddSingleton<IResourceHandler, UsagePlanKeyHandler>();
        return services.AddSingleton<IAwsService>(ControlPlane);
    }

    private static RestJsonService ControlPlane(IServiceProvider provider)
    {
        var keys = provider.GetRequiredService<ApiKeyStore>();
        var plans = provider.GetRequiredService<UsagePlanStore>();
        var usage = provider.GetRequiredService<UsageStore>();
        var apis = provider.GetRequiredService<RestApiStore>();
        var account = provider.GetRequiredService<AccountSettings>();
        var clock = provider.GetRequiredService<TimeProvider>();
        var tagged = new TaggedResource(keys, plans, apis);
        return new RestJsonService(ApiGatewayFaults.Service, ApiGatewayFaults.Service)
            .MapGetAccount(account).MapUpdateAccount(account)
            .MapCreateApiKey(keys).MapGetApiKey(keys).MapGetApiKeys(keys).MapUpdateApiKey(keys)
            .MapDeleteApiKey(keys, plans)
            .MapCreateUsagePlan(plans).MapGetUsagePlan(plans).MapGetUsagePlans(plans, keys)
            .MapUpdateUsagePlan(plans).MapDeleteUsagePlan(plans)
            .MapCreateUsagePlanKey(plans, keys).MapGetUsagePlanKey(plans, keys).MapGetUsagePlanKeys(plans, keys)
            .MapDeleteUsagePlanKey(plans, keys)
            .MapGetUsage(plans, keys, usage).MapUpdateUsage(plans, keys, usage, clock)
            .MapGetTags(tagged).MapTagResource(tagged).MapUntagResource(tagged)
            .MapGetRestApi(apis).MapGetRestApis(apis).MapGetResources(apis)
            .MapGetStage(apis).MapGetStages(apis).MapGetDeployments(apis);
    }
}
