using System.Globalization;
using Amazon.CognitoIdentityProvider;
using Amazon.CognitoIdentityProvider.Model;

namespace BedrockGateway.Api.Tests.Fakes;

/// <content>Codes that are mailed: to confirm an address, and to set a password that was forgotten.</content>
internal sealed partial class FakeCognito
{
    private int _code = 200_000;

    public override Task<ConfirmSignUpResponse> ConfirmSignUpAsync(
        ConfirmSignUpRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("ConfirmSignUp", cancellationToken, () =>
        {
            Assert.Equal(UserPool.ClientId, request.ClientId);
            var user = FindForCode(request.Username);
            if (user.Confirmed)
            {
                throw Raise(new NotAuthorizedException("User cannot be confirmed. Current status is CONFIRMED"));
            }

            UseCode(user, request.ConfirmationCode);
            user.Confirmed = true;
            return new ConfirmSignUpResponse();
        }));

    public override Task<ResendConfirmationCodeResponse> ResendConfirmationCodeAsync(
        ResendConfirmationCodeRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("ResendConfirmationCode", cancellationToken, () =>
        {
            Assert.Equal(UserPool.ClientId, request.ClientId);
            var user = FindForCode(request.Username);
            return user.Confirmed
                ? throw Raise(new InvalidParameterException("User is already confirmed."))
                : new ResendConfirmationCodeResponse { CodeDeliveryDetails = Mail(user) };
        }));

    public override Task<ForgotPasswordResponse> ForgotPasswordAsync(
        ForgotPasswordRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("ForgotPassword", cancellationToken, () =>
        {
            Assert.Equal(UserPool.ClientId, request.ClientId);
            return new ForgotPasswordResponse { CodeDeliveryDetails = Mail(FindForCode(request.Username)) };
        }));

    public override Task<ConfirmForgotPasswordResponse> ConfirmForgotPasswordAsync(
        ConfirmForgotPasswordRequest request, CancellationToken cancellationToken = default) =>
        Task.FromResult(faults.Run("ConfirmForgotPassword", cancellationToken, () =>
        {
            Assert.Equal(UserPool.ClientId, request.ClientId);
            var user = FindForCode(request.Username);
            UseCode(user, request.ConfirmationCode);
            SetPassword(user, request.Password);
            return new ConfirmForgotPasswordResponse();
        }));

    private static void UseCode(FakeUser user, string code)
    {
        if (user.MailedCode is null)
        {
            throw Raise(new ExpiredCodeException("Invalid code provided, please request a code again."));
        }

        user.MailedCode = user.MailedCode == code
            ? null
            : throw Raise(new CodeMismatchException("Invalid verification code provided, please try again."));
    }

    private FakeUser FindForCode(string name)
    {
        lock (_users)
        {
            return _users.GetValueOrDefault(name)
                ?? throw Raise(new UserNotFoundException("Username/client id combination not found."));
        }
    }

    // a***@e***
    private CodeDeliveryDetailsType Mail(FakeUser user)
    {
        user.MailedCode = (++_code).ToString(CultureInfo.InvariantCulture);
        var domain = user.Email[(user.Email.IndexOf('@', StringComparison.Ordinal) + 1)..];
        return new()
        {
            Destination = $"{user.Email[0]}***@{domain[0]}***",
            DeliveryMedium = DeliveryMediumType.EMAIL,
            AttributeName = "email",
        };
    }
}
