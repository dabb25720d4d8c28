//! The person who is signed in (contract, User).

use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Serialize, Serializer};

use super::client::{Client, json_body, message};
use super::error::ApiError;
use super::page::{Page, rows};
use super::path::Path;
use super::transport::Method;
use crate::json::Json;

/// How a person is addressed; a company is one of the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// 1.
    Male,
    /// 2.
    Female,
    /// 3.
    Company,
}

/// A person's own data.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Profile {
    /// Their e-mail address, which they sign in with.
    pub email: String,
    /// Their family and middle name: Vietnamese order.
    pub first_name: String,
    /// Their given name.
    pub last_name: String,
    /// How they are addressed.
    pub gender: Option<Gender>,
    /// How they are addressed, in the service's words where these are none that the portal knows.
    pub unknown_gender: String,
    /// When they were born.
    pub birthday: Option<NaiveDate>,
    /// Their telephone number.
    pub phone_number: String,
    /// Where they live.
    pub address: String,
    /// Whom they work for.
    pub company: String,
    /// Since when they have an account.
    pub date_joined: Option<DateTime<FixedOffset>>,
    /// When they last signed in.
    pub last_login: Option<DateTime<FixedOffset>>,
}

/// What a person changes of their own data: what is not given stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ProfileUpdate {
    /// Their family and middle name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first_name: Option<String>,
    /// Their given name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_name: Option<String>,
    /// How they are addressed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// Their telephone number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    /// Where they live.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Whom they work for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company: Option<String>,
}

impl ProfileUpdate {
    /// Whether it changes nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A change of a person's password. Without a debug form: it holds both.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct PasswordChange {
    /// The password until now.
    pub old_password: String,
    /// The password from now on.
    pub new_password: String,
    /// The new one again.
    pub re_password: String,
}

/// A project of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Project {
    /// What the service calls it by; never empty.
    pub project: String,
    /// What its owner calls it by.
    pub project_user_name: String,
    /// Whether one can sign in to it.
    pub is_available: bool,
}

impl Client {
    /// `GET /user/detail_user/`: the person's own data.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn profile(&self) -> Result<Profile, ApiError> {
        let path = Path::fixed("/user/detail_user/");
        self.call(Method::Get, path, None, Profile::decode).await
    }

    /// `PATCH /user/update_profile/`. Gives the service's words.
    ///
    /// # Errors
    /// [`ApiError`]; what is refused stands under its field.
    pub async fn update_profile(&self, update: &ProfileUpdate) -> Result<String, ApiError> {
        let path = Path::fixed("/user/update_profile/");
        self.call(Method::Patch, path, json_body(update), message)
            .await
    }

    /// `POST /user/change_password/`. Gives the service's words.
    ///
    /// # Errors
    /// [`ApiError`]; what is refused stands under its field.
    pub async fn change_password(&self, change: &PasswordChange) -> Result<String, ApiError> {
        let path = Path::fixed("/user/change_password/");
        self.act(path, json_body(change)).await
    }

    /// `GET /user/list_project/`: the person's projects.
    ///
    /// # Errors
    /// [`ApiError`].
    pub async fn projects(&self) -> Result<Vec<Project>, ApiError> {
        let path = Path::fixed("/user/list_project/");
        self.call(Method::Get, path, None, Project::decode_all)
            .await
    }
}

impl Gender {
    /// Reads a number, its digits, or a word; the contract's sample shows text, its other pages a number.
    fn decode(json: &Json) -> Option<Self> {
        let word = match json {
            Json::Text(text) => text.trim().to_ascii_lowercase(),
            _ => return Self::from_number(json.as_integer()?),
        };
        match word.as_str() {
            "male" => Some(Self::Male),
            "female" => Some(Self::Female),
            "company" => Some(Self::Company),
            digits => Self::from_number(digits.parse().ok()?),
        }
    }

    /// The gender of this number.
    pub fn from_number(number: u8) -> Option<Self> {
        [Self::Male, Self::Female, Self::Company]
            .into_iter()
            .find(|gender| gender.number() == number)
    }

    /// The number that the service knows it by.
    pub fn number(self) -> u8 {
        match self {
            Self::Male => 1,
            Self::Female => 2,
            Self::Company => 3,
        }
    }
}

impl Serialize for Gender {
    fn serialize<Target: Serializer>(&self, target: Target) -> Result<Target::Ok, Target::Error> {
        target.serialize_u8(self.number())
    }
}

impl Profile {
    fn decode(json: &Json) -> Option<Self> {
        let gender = Gender::decode(json.get("gender"));
        json.is_object().then(|| Self {
            email: json.text("email"),
            first_name: json.text("first_name"),
            last_name: json.text("last_name"),
            gender,
            unknown_gender: match gender {
                Some(_) => String::new(),
                None => json.text("gender"),
            },
            birthday: json.date("birthday"),
            phone_number: json.text("phone_number"),
            address: json.text("address"),
            company: json.text("company"),
            date_joined: json.time("date_joined"),
            last_login: json.time("last_login"),
        })
    }
}

impl Project {
    /// One object, an array of them, or a page of results.
    fn decode_all(json: &Json) -> Option<Vec<Self>> {
        if let Some(page) = Page::decode(json, Self::decode) {
            return Some(page.results);
        }
        rows(json, Self::decode).or_else(|| Some(vec![Self::decode(json)?]))
    }

    fn decode(json: &Json) -> Option<Self> {
        let project = json.text("project");
        (!project.is_empty()).then(|| Self {
            project,
            project_user_name: json.text("project_user_name"),
            is_available: json.get("is_available").as_boolean().unwrap_or(true),
        })
    }
}
