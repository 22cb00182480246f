using BedrockGateway.LocalAws.CloudFormation;
using BedrockGateway.LocalAws.Cognito.Mfa;
using BedrockGateway.LocalAws.Cognito.Operations;
using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Cognito.Resources;
using BedrockGateway.LocalAws.Cognito.SignIn;
using BedrockGateway.LocalAws.Cognito.Tokens;
using BedrockGateway.LocalAws.Cognito.Triggers;
using BedrockGateway.LocalAws.Storage;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito;

/// <summary>Amazon Cognito user pools.</summary>
internal static class CognitoRegistration
{
    public static IServiceCollection AddCognito(this IServiceCollection services) => services
        .AddSingleton(provider => new UserPoolStore(
            provider.GetRequiredService<LocalAwsOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            SigningKey.Generate,
            provider.GetRequiredService<StateLog>()))
        .AddSingleton<UserPoolTokens>()
        .AddSingleton<IUserPoolTokens>(provider => provider.GetRequiredService<UserPoolTokens>())
        .AddSingleton<TokenIssuer>()
        .AddSingleton<AccessTokens>()
        .AddSingleton<CodeSender>()
        .AddSingleton<TriggerFunctions>()
        .AddSingleton<PreSignUpTrigger>()
        .AddSingleton<PostConfirmationTrigger>()
        .AddSingleton<PreTokenGenerationTrigger>()
        .AddSignIn()
        .AddOperations()
        .AddSingleton<IAwsService>(provider => new CognitoEdge(CognitoOperations.Create(provider)))
        .AddSingleton<IAwsService, UserPoolDocuments>()
        .AddSingleton<IResourceHandler, UserPoolResource>()
        .AddSingleton<IResourceHandler, UserPoolClientResource>()
        .AddSingleton<IResourceHandler, UserPoolGroupResource>()
        .AddSingleton<IResourceHandler, UserPoolUserResource>()
        .AddSingleton<IResourceHandler, UserToGroupResource>();

    public static void MapCognito(this IEndpointRouteBuilder routes) => routes.MapSentCodes();

    private static IServiceCollection AddSignIn(this IServiceCollection services) => services
        .AddSingleton<SignInTokens>()
        .AddSingleton<SignInSteps>()
        .AddSingleton<FirstFactor>()
        .AddSingleton<PasswordSignIn>()
        .AddSingleton<SrpSignIn>()
        .AddSingleton<RefreshSignIn>()
        .AddSingleton<ChallengeAnswers>()
        .AddSingleton<SignInFlows>()
        .AddSingleton<TokenSetups>();

    private static IServiceCollection AddOperations(this IServiceCollection services) => services
        .AddSingleton<SignUp>()
        .AddSingleton<ConfirmSignUp>()
        .AddSingleton<ResendConfirmationCode>()
        .AddSingleton<InitiateAuth>()
        .AddSingleton<RespondToAuthChallenge>()
        .AddSingleton<ForgotPassword>()
        .AddSingleton<ConfirmForgotPassword>()
        .AddSingleton<UpdateUserAttributes>()
        .AddSingleton<GetUserAttributeVerificationCode>()
        .AddSingleton<VerifyUserAttribute>()
        .AddSingleton<ChangePassword>()
        .AddSingleton<AssociateSoftwareToken>()
        .AddSingleton<VerifySoftwareToken>()
        .AddSingleton<AdminCreateUser>()
        .AddSingleton<AdminConfirmSignUp>()
        .AddSingleton<AdminUpdateUserAttributes>()
        .AddSingleton<AdminResetUserPassword>()
        .AddSingleton<AdminSetUserPassword>()
        .AddSingleton<AdminInitiateAuth>()
        .AddSingleton<AdminRespondToAuthChallenge>();
}
