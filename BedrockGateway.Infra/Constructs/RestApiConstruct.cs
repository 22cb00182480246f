using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>The REST API: routes, CORS, Cognito authorizer, API key, and a throttle on what needs no key.</summary>
internal sealed class RestApiConstruct : Construct
{
    public RestApiConstruct(
        Construct scope, string id, FunctionNames names, UserPoolConstruct users, GatewaySettings settings)
        : base(scope, id)
    {
        var logs = new ApiLogsConstruct(this, "Logs", settings);
        AccessLogGroupName = logs.Access?.LogGroupName;
        RestApi = new RestApi(this, "RestApi", new RestApiProps
        {
            RestApiName = settings.StackName,
            EndpointConfiguration = new EndpointConfiguration { Types = [EndpointType.REGIONAL] },
            CloudWatchRole = false,
            DeployOptions = Stage(logs, settings),
        });
        logs.Prepare(RestApi);

        // The stack's own outputs have the names that clients know.
        RestApi.Node.TryRemoveChild("Endpoint");

        var preflight = Cors.Preflight(settings);
        var accounts = Proxy(FunctionConstruct.InvokedName(names.Accounts, settings));
        var authorizer = Authorizer(users);
        AccountRoutes.AddTo(RestApi, authorizer, accounts);

        var models = FunctionConstruct.InvokedName(names.Models, settings);
        ModelRoutes.AddTo(RestApi, authorizer, StreamedIntegration.Of(models), preflight);

        GatewayResponses.AddTo(RestApi, settings);
    }

    public RestApi RestApi { get; }

    /// <summary>Name of the access log's group; <see langword="null"/> where there is none.</summary>
    public string? AccessLogGroupName { get; }

    private static StageOptions Stage(ApiLogsConstruct logs, GatewaySettings settings) => new()
    {
        StageName = settings.StageName,
        AccessLogDestination = logs.Access is null ? null : new LogGroupLogDestination(logs.Access),
        AccessLogFormat = logs.Access is null ? null : AccessLogFormat.Custom(AccessLog.Format),
        // Bodies hold passwords and prompts.
        DataTraceEnabled = false,
        LoggingLevel = logs.Level,
        TracingEnabled = true,
        MethodOptions = AccountRoutes.Throttled.ToDictionary(
            method => method,
            IMethodDeploymentOptions (_) => new MethodDeploymentOptions
            {
                DataTraceEnabled = false,
                LoggingLevel = logs.Level,
                ThrottlingRateLimit = settings.PublicRateLimit,
                ThrottlingBurstLimit = settings.PublicBurstLimit,
            }),
    };

    private CognitoUserPoolsAuthorizer Authorizer(UserPoolConstruct users)
    {
        var authorizer = new CognitoUserPoolsAuthorizer(this, "Authorizer", new CognitoUserPoolsAuthorizerProps
        {
            CognitoUserPools = [users.Pool],
        });

        // The authorizer takes tokens of the pool's every client unless it is told which audience to accept.
        var audience = users.Client.UserPoolClientId;
        ((CfnAuthorizer)authorizer.Node.DefaultChild!).IdentityValidationExpression = audience;

        // A deployment's logical id covers methods and gateway responses, and nothing of an authorizer.
        var pool = users.Pool.UserPoolArn;
        RestApi.LatestDeployment!.AddToLogicalId(
            new Dictionary<string, object> { [nameof(audience)] = audience, [nameof(pool)] = pool });
        return authorizer;
    }

    // It answers within the 29 s that API Gateway waits by default. Lambda's own integration class would refer to the
    // function, and the function's environment to this API's usage plan.
    private static Integration Proxy(string functionName) => new(new IntegrationProps
    {
        Type = IntegrationType.AWS_PROXY,
        IntegrationHttpMethod = "POST",
        Uri = IntegrationUri.Of("2015-03-31", functionName, "invocations"),
    });
}
