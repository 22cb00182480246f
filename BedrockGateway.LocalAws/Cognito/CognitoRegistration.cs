using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Resources;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Cognito.Triggers;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Amazon Cognito user pools.</summary>
internal static class CognitoRegistration
{
    public static IServiceCollection AddCognito(this IServiceCollection services) => services
        .AddSingleton(provider => new UserPoolStore(
            provider.GetRequiredService<LocalAwsOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            SigningKey.Generate))
        .AddSingleton<UserPoolTokens>()
        .AddSingleton<IUserPoolTokens>(provider => provider.GetRequiredService<UserPoolTokens>())
        .AddSingleton<TokenIssuer>()
        .AddSingleton<PreSignUpTrigger>()
        .AddSingleton<CodeSender>()
        .AddSingleton<SignUp>()
        .AddSingleton<PasswordSignIn>()
        .AddSingleton<RefreshSignIn>()
        .AddSingleton<InitiateAuth>()
        .AddSingleton<ConfirmSignUp>()
        .AddSingleton<ResendConfirmationCode>()
        .AddSingleton<IAwsService>(provider => new CognitoEdge(CognitoOperations.Create(provider)))
        .AddSingleton<IAwsService, UserPoolDocuments>()
        .AddSingleton<IResourceHandler, UserPoolResource>()
        .AddSingleton<IResourceHandler, UserPoolClientResource>()
        .AddSingleton<IResourceHandler, UserPoolGroupResource>();

    public static void MapCognito(this IEndpointRouteBuilder routes) => routes.MapSentCodes();
}
