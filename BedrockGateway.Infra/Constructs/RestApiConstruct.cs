using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Constructs;

namespace BedrockGateway.Infra.Constructs;

/// <summary>The REST API: routes, CORS, Cognito authorizer, API key, and a throttle on what needs no key.</summary>
internal sealed class RestApiConstruct : Construct
{
    public const string StageName = "prod";

    private static readonly string[] PublicRoutes = ["register", "login"];

    public RestApiConstruct(
        Construct scope, string id, FunctionNames names, UserPoolConstruct users, GatewaySettings settings)
        : base(scope, id)
    {
        RestApi = new RestApi(this, "RestApi", new RestApiProps
        {
            RestApiName = settings.StackName,
            EndpointConfiguration = new EndpointConfiguration { Types = [EndpointType.REGIONAL] },
            CloudWatchRole = false,
            DefaultCorsPreflightOptions = Cors.Preflight,
            DeployOptions = Stage(settings),
        });

        // The stack's own outputs have the names that clients know.
        RestApi.Node.TryRemoveChild("Endpoint");

        foreach (var route in PublicRoutes)
        {
            RestApi.Root.AddResource(route).AddMethod("POST", Proxy(FunctionConstruct.InvokedName(names.Accounts, settings)), new MethodOptions
            {
                AuthorizationType = AuthorizationType.NONE,
            });
        }

        RestApi.Root.AddResource("bedrock").AddMethod("ANY", Proxy(FunctionConstruct.InvokedName(names.Models, settings)), new MethodOptions
        {
            ApiKeyRequired = true,
            AuthorizationType = AuthorizationType.COGNITO,
            Authorizer = Authorizer(users),
        });

        GatewayResponses.AddTo(RestApi);
    }

    public RestApi RestApi { get; }

    private static StageOptions Stage(GatewaySettings settings) => new()
    {
        StageName = StageName,
        MethodOptions = PublicRoutes.ToDictionary(
            route => $"/{route}/POST",
            IMethodDeploymentOptions (_) => new MethodDeploymentOptions
            {
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
        RestApi.LatestDeployment!.AddToLogicalId(new Dictionary<string, object> { [nameof(audience)] = audience });
        return authorizer;
    }

    // Lambda's own integration class would refer to the function, and the function's environment to this API's usage
    // plan.
    private Integration Proxy(string functionName)
    {
        var stack = Stack.Of(this);
        var function = $"arn:{stack.Partition}:lambda:{stack.Region}:{stack.Account}:function:{functionName}";
        return new Integration(new IntegrationProps
        {
            Type = IntegrationType.AWS_PROXY,
            IntegrationHttpMethod = "POST",
            Uri = $"arn:{stack.Partition}:apigateway:{stack.Region}:lambda:path/2015-03-31/functions/"
                + $"{function}/invocations",
            Options = new IntegrationOptions { Timeout = Duration.Seconds(29) },
        });
    }
}
