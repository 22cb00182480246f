using BedrockGateway.LocalAws.Cognito.Pools;
using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Operations;

/// <summary>Who signs up, in and out.</summary>
internal static class SignInOperations
{
    public static AwsJsonOperations MapSignIn(this AwsJsonOperations operations, IServiceProvider provider)
    {
        var json = CognitoJsonContext.Default;
        var store = provider.GetRequiredService<UserPoolStore>();
        var tokens = provider.GetRequiredService<AccessTokens>();
        return operations
            .Map("SignUp", json.SignUpRequest, json.SignUpResponse, provider.GetRequiredService<SignUp>().HandleAsync)
            .Map(
                "ConfirmSignUp",
                json.ConfirmSignUpRequest,
                json.EmptyResponse,
                provider.GetRequiredService<ConfirmSignUp>().HandleAsync)
            .Map(
                "ResendConfirmationCode",
                json.ResendConfirmationCodeRequest,
                json.ResendConfirmationCodeResponse,
                provider.GetRequiredService<ResendConfirmationCode>().Handle)
            .Map(
                "InitiateAuth",
                json.InitiateAuthRequest,
                json.SignInReply,
                provider.GetRequiredService<InitiateAuth>().HandleAsync)
            .Map(
                "RespondToAuthChallenge",
                json.RespondToAuthChallengeRequest,
                json.SignInReply,
                provider.GetRequiredService<RespondToAuthChallenge>().HandleAsync)
            .Map(
                "ForgotPassword",
                json.ForgotPasswordRequest,
                json.ForgotPasswordResponse,
                provider.GetRequiredService<ForgotPassword>().Handle)
            .Map(
                "ConfirmForgotPassword",
                json.ConfirmForgotPasswordRequest,
                json.EmptyResponse,
                provider.GetRequiredService<ConfirmForgotPassword>().HandleAsync)
            .Map(
                "RevokeToken",
                json.RevokeTokenRequest,
                json.EmptyResponse,
                request => RevokeToken.Handle(request, store))
            .Map(
                "GlobalSignOut",
                json.GlobalSignOutRequest,
                json.EmptyResponse,
                request => GlobalSignOut.Handle(request, tokens));
    }
}
