using BedrockGateway.LocalAws.Wire;

namespace BedrockGateway.LocalAws.Cognito.Operations;

/// <summary>What users do with their own account, by an access token.</summary>
internal static class OwnUserOperations
{
    public static AwsJsonOperations MapOwnUser(this AwsJsonOperations operations, IServiceProvider provider)
    {
        var json = CognitoJsonContext.Default;
        var tokens = provider.GetRequiredService<AccessTokens>();
        return operations
            .Map("GetUser", json.GetUserRequest, json.GetUserResponse, request => GetUser.Handle(request, tokens))
            .Map(
                "UpdateUserAttributes",
                json.UpdateUserAttributesRequest,
                json.UpdateUserAttributesResponse,
                provider.GetRequiredService<UpdateUserAttributes>().Handle)
            .Map(
                "GetUserAttributeVerificationCode",
                json.GetUserAttributeVerificationCodeRequest,
                json.GetUserAttributeVerificationCodeResponse,
                provider.GetRequiredService<GetUserAttributeVerificationCode>().Handle)
            .Map(
                "VerifyUserAttribute",
                json.VerifyUserAttributeRequest,
                json.EmptyResponse,
                provider.GetRequiredService<VerifyUserAttribute>().Handle)
            .Map(
                "ChangePassword",
                json.ChangePasswordRequest,
                json.EmptyResponse,
                provider.GetRequiredService<ChangePassword>().Handle)
            .Map(
                "DeleteUser",
                json.DeleteUserRequest,
                json.EmptyResponse,
                request => DeleteUser.Handle(request, tokens))
            .Map(
                "AssociateSoftwareToken",
                json.AssociateSoftwareTokenRequest,
                json.AssociateSoftwareTokenResponse,
                provider.GetRequiredService<AssociateSoftwareToken>().Handle)
            .Map(
                "VerifySoftwareToken",
                json.VerifySoftwareTokenRequest,
                json.VerifySoftwareTokenResponse,
                provider.GetRequiredService<VerifySoftwareToken>().Handle)
            .Map(
                "SetUserMFAPreference",
                json.SetUserMFAPreferenceRequest,
                json.EmptyResponse,
                request => SetUserMFAPreference.Handle(request, tokens));
    }
}
